import { judge } from '../src/checks';
import { DEFAULT_TARGET, readSpec, type SpecFile } from '../src/kubeflow';
import { type Change, DEEP, diffPipelines, diffValues, readPipeline } from '../src/pipeline';
import { inFile } from './in-file';
import { loadProject } from './project';
import { readText } from './read-text';
import { valueText } from './report/value-text';

/**
 * `weft diff`: what differs between two pipelines (by node and field, places on the canvas apart) or two specs. Of a
 * pipeline and a spec, the pipeline is compiled first. 0 when nothing differs but places, 1 when something does.
 */
export async function diffCommand(
  before: string,
  after: string,
  options: { json?: boolean }
): Promise<number> {
  const texts = [before, after].map(path => ({ path, text: readText(path) }));
  const found = texts.every(({ text }) => isPipeline(text))
    ? diffPipelines(readPipeline(texts[0].text, before), readPipeline(texts[1].text, after))
    : { changes: diffValues(await specOf(texts[0]), await specOf(texts[1]), DEEP), moved: [] };
  if (options.json) {
    const changes = found.changes.map(({ path, ...values }) => ({ path: [...path], ...values }));
    process.stdout.write(`${JSON.stringify({ changes, moved: found.moved }, null, 2)}\n`);
  } else {
    found.changes.forEach(change => process.stdout.write(`${changeLine(change)}\n`));
    if (found.moved.length) {
      process.stdout.write(`moved: ${found.moved.join(', ')}\n`);
    }
  }
  return found.changes.length ? 1 : 0;
}

interface FileText {
  path: string;
  text: string;
}

/** A pipeline file is JSON with a version; specs are YAML or JSON without. */
const isPipeline = (text: string) => /^\s*\{/.test(text) && /"weft"\s*:/.test(text);

async function specOf({ path, text }: FileText): Promise<object> {
  if (!isPipeline(text)) {
    return documentsOf(inFile(path, () => readSpec(text)));
  }
  const { flow, catalog } = await loadProject(path);
  return documentsOf(judge(flow, catalog, DEFAULT_TARGET).compiled);
}

const documentsOf = ({ spec, platform }: Pick<SpecFile, 'spec' | 'platform'>) => ({
  spec,
  ...(platform && { platform })
});

/** `~ nodes.train.image: "a:1" -> "a:2"`, with `+` for what was added and `-` for what is gone. */
function changeLine({ path, before, after }: Change): string {
  const place = path.join('.');
  if (before === undefined) {
    return `+ ${place}: ${valueText(after)}`;
  }
  return after === undefined
    ? `- ${place}: ${valueText(before)}`
    : `~ ${place}: ${valueText(before)} -> ${valueText(after)}`;
}
