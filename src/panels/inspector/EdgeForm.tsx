import React from 'react';
import {
  deleteSelection,
  type Editor,
  edgeValue,
  type EditorView,
  followCode,
  kindName,
  kindText,
  pinEdge,
  type Translation,
  versionedName,
  type Wire
} from '../../actions';
import { type CellInput, isCode } from '../../pipeline';
import { ActionButton } from '../ActionButton';
import { Fact } from '../Fact';
import { Glyph } from '../Glyph';
import { CodeLines } from './CodeLines';
import { FieldProblems } from './FieldProblems';
import { problemsWithin } from './problems-of';
import { ValueFacts } from './ValueFacts';

export interface EdgeFormProps {
  editor: Editor;
  view: EditorView;
  trans: Translation;
  edges: readonly Wire[];
}

/** What selected edges are, why they are there, and what can be decided about them. */
export function EdgeForm({ editor, view, trans, edges }: EdgeFormProps): React.ReactElement {
  return (
    <>
      {edges.map(edge => (
        <EdgeFacts key={edge.id} editor={editor} view={view} trans={trans} edge={edge} />
      ))}
      <div className="jp-WeftEdge-actions" role="group" aria-label={trans.__('Decisions')}>
        <ActionButton editor={editor} action={pinEdge} />
        <ActionButton editor={editor} action={followCode} />
        <ActionButton
          editor={editor}
          action={deleteSelection}
          text={trans.__('Remove')}
          about={trans.__('Do not feed this name any more')}
        />
      </div>
    </>
  );
}

function EdgeFacts(props: Omit<EdgeFormProps, 'edges'> & { edge: Wire }): React.ReactElement {
  const { editor, view, trans, edge } = props;
  const { target, targetPort = '', why } = edge;
  const value = edgeValue(view, edge);
  const problems = view.problems.filter(({ node }) => node === target);
  const outgoing = view.problems.filter(({ node }) => node === edge.source);
  const name = versionedName(edge, trans) || trans.__('Order');
  return (
    <section className="jp-WeftEdge" aria-label={trans.__('Edge %1', name)}>
      <header className="jp-WeftInspector-header">
        <Glyph name={edge.kind === 'order' ? 'order' : 'output'} />
        <h2 className="jp-WeftEdge-name">{name}</h2>
        <span>{trans.__('Edge: %1', kindName(edge, trans))}</span>
      </header>
      <dl className="jp-WeftFacts jp-WeftEdge-facts">
        <Fact name={trans.__('From')}>
          <NodeLink editor={editor} node={edge.source} />
        </Fact>
        <Fact name={trans.__('To')}>
          <NodeLink editor={editor} node={target} />
        </Fact>
        <Fact name={trans.__('Kind')}>{kindText(edge, trans)}</Fact>
        <Fact name={trans.__('Decided')}>{decidedText(edge, view, trans)}</Fact>
        {value && <ValueFacts value={value} view={view} edge={edge} trans={trans} />}
      </dl>
      {why && <CodeLines editor={editor} why={why} />}
      {edge.stale && (
        <p className="jp-WeftField-hint">{trans.__('As it was before the cell stopped parsing.')}</p>
      )}
      <FieldProblems problems={problemsWithin(problems, ['inputs', targetPort])} trans={trans} />
      <FieldProblems problems={problemsWithin(outgoing, ['outputs', edge.sourcePort ?? ''])} trans={trans} />
    </section>
  );
}

function NodeLink({ editor, node }: { editor: Editor; node: string }): React.ReactElement {
  const title = editor.view.flow.nodes.get(node)?.title ?? node;
  return (
    <button
      type="button"
      className="jp-WeftLink"
      title={editor.trans.__('Show this node')}
      onClick={() => {
        editor.select({ nodes: [node] });
        editor.canvas?.reveal(node);
      }}
    >
      {title}
    </button>
  );
}

/** Who says that the edge is there. */
function decidedText(
  { derived, target, targetPort = '' }: Wire,
  view: EditorView,
  trans: Translation
): string {
  const node = view.flow.pipeline.nodes[target];
  const inputs: Record<string, CellInput> = (node && isCode(node) && node.inputs) || {};
  if (derived) {
    return trans.__('By the code: it moves when the code changes.');
  }
  return inputs[targetPort]?.pinned
    ? trans.__('By a user, pinned: it stays though the code changes.')
    : trans.__('By a user.');
}
