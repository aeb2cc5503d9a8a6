import type { Binding } from '../ports';
import {
  type PipelineNode,
  isBranch,
  isCode,
  isContainer,
  isGroup,
  isImporter,
  isNote,
  isSubPipeline
} from '../schema';

const NOTE_LENGTH = 40;
/** Groups that nobody named; a sub-pipeline goes by its id, which also names its task. */
const GROUP_TITLES: Record<string, string> = {
  loop: 'Loop',
  choice: 'Choice',
  'exit-handler': 'Exit handler'
};

/** What a node is called: its title, or one made from its content, or its id. */
export function nodeTitle(node: PipelineNode, id: string): string {
  return titleOf(node) || contentOf(node) || id;
}

function titleOf(node: PipelineNode): string {
  return typeof node.title === 'string' ? node.title.trim() : '';
}

function contentOf(node: PipelineNode): string {
  if (isCode(node)) {
    return lastPart(node.notebook).replace(/\.ipynb$/, '');
  }
  if (isContainer(node)) {
    return lastPart(node.image).replace(/[:@].*$/, '');
  }
  if (isImporter(node)) {
    return typeof node.uri === 'string' ? lastPart(node.uri.replace(/\/+$/, '')) : sourceName(node.uri);
  }
  if (isSubPipeline(node) && node.file !== undefined) {
    return lastPart(node.file).replace(/\.weft$/, '');
  }
  if (isBranch(node)) {
    return node.when ? 'If' : 'Else';
  }
  return isNote(node) ? firstLine(node.text) : isGroup(node) ? (GROUP_TITLES[node.kind] ?? '') : '';
}

/** The name of what a binding brings. */
function sourceName(from: Binding): string {
  if ('parameter' in from) {
    return from.parameter;
  }
  if ('output' in from) {
    return from.output;
  }
  return 'input' in from ? from.input : '';
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function firstLine(markdown: string): string {
  const line = markdown.split('\n').find(text => text.trim() !== '') ?? '';
  const plain = line.replace(/^[\s#>*-]+/, '').trim();
  return plain.length > NOTE_LENGTH ? plain.slice(0, NOTE_LENGTH - 1).trimEnd() + '…' : plain;
}
