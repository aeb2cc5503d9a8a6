import React from 'react';
import type { Translation } from '../../actions';
import type { CellState, FlowCell } from '../../flow';
import { hashSource } from '../../notebook';
import { acceptCells, type CellsNode, reanchorCell, removeCell } from '../../pipeline';
import { Empty } from '../Empty';
import { Glyph, type GlyphName } from '../Glyph';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import type { Form } from './form';
import { problemsWithin } from './problems-of';

/** How each state of a cell is told. */
const STATES: Record<CellState, { glyph: GlyphName; words: (trans: Translation) => string }> = {
  ok: { glyph: 'succeeded', words: trans => trans.__('as drawn') },
  changed: { glyph: 'warning', words: trans => trans.__('changed since it was drawn') },
  missing: { glyph: 'error', words: trans => trans.__('missing from the notebook') },
  unparsed: { glyph: 'error', words: trans => trans.__('does not parse') },
  unread: { glyph: 'warning', words: trans => trans.__('notebook not readable') }
};

/** Something that can be done about one cell. */
interface CellAction {
  label: (trans: Translation) => string;
  /** What it is called in full, with the name of the cell. */
  name: (trans: Translation, cell: string) => string;
  when: (cell: FlowCell, form: Form) => boolean;
  writes: boolean;
  do: (form: Form, node: string, cell: FlowCell) => void;
}

const CELL_ACTIONS: CellAction[] = [
  {
    label: trans => trans.__('Accept'),
    name: (trans, cell) => trans.__('Accept the change of %1', cell),
    when: cell => cell.state === 'changed',
    writes: true,
    do: ({ editor }, node, { ref, source }) =>
      acceptCells(editor.doc, node, [{ id: ref.id, hash: hashSource(source) }])
  },
  {
    label: trans => trans.__('Re-anchor'),
    name: (trans, cell) => trans.__('Use the cell with the same source instead of %1', cell),
    when: cell => cell.candidate !== undefined,
    writes: true,
    do: ({ editor }, node, { ref, candidate }) => {
      if (candidate) {
        reanchorCell(editor.doc, node, ref.id, candidate);
      }
    }
  },
  {
    label: trans => trans.__('Open'),
    name: (trans, cell) => trans.__('Open %1 in its notebook', cell),
    when: (cell, { editor }) => cell.index >= 0 && editor.host.openFile !== undefined,
    writes: false,
    do: ({ editor, view }, node, { ref, syntaxError }) => {
      const held = view.flow.pipeline.nodes[node] as CellsNode;
      editor.host.openFile?.(held.notebook, ref.id, syntaxError?.line);
    }
  },
  {
    label: trans => trans.__('Remove'),
    name: (trans, cell) => trans.__('Remove %1 from this node', cell),
    when: () => true,
    writes: true,
    do: ({ editor }, node, { ref }) => removeCell(editor.doc, node, ref.id)
  }
];

/** The cells of a node in notebook order: which they are, whether they are as drawn, and what to do if not. */
export function CellsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view } = form;
  const [node] = form.nodes;
  const cells = view.flow.nodes.get(node)?.cells ?? [];
  if (cells.length === 0) {
    return <Empty>{trans.__('No cells. Drag some from the notebook onto the node.')}</Empty>;
  }
  return (
    <ul className="jp-WeftCells">
      {cells.map(cell => (
        <CellRow key={cell.ref.id} form={form} node={node} cell={cell}>
          <FieldProblems problems={problemsWithin(problems, [...field.path, cell.ref.id])} trans={trans} />
        </CellRow>
      ))}
    </ul>
  );
}

/** The first line of code that says something. */
const firstLine = (source: string): string => source.split('\n').find(line => line.trim() !== '') ?? '';

function CellRow(props: {
  form: Form;
  node: string;
  cell: FlowCell;
  children: React.ReactNode;
}): React.ReactElement {
  const { form, node, cell } = props;
  const { trans, view } = form;
  const name = cell.index < 0 ? trans.__('cell %1', cell.ref.id) : trans.__('cell %1', cell.index + 1);
  const { glyph, words } = STATES[cell.state];
  const actions = CELL_ACTIONS.filter(action => action.when(cell, form) && !(action.writes && view.readOnly));
  return (
    <li className="jp-WeftCells-cell">
      <code className="jp-WeftCells-source" title={cell.source}>
        <span className="jp-WeftCells-number">{cell.index < 0 ? '[?]' : `[${cell.index + 1}]`}</span>{' '}
        {firstLine(cell.source) || cell.ref.id}
      </code>
      <div className="jp-WeftCells-foot">
        <span className={`jp-WeftCells-state jp-mod-${cell.state}`}>
          <Glyph name={glyph} />
          {words(trans)}
        </span>
        <span className="jp-WeftCells-actions">
          {actions.map(action => (
            <button
              key={action.label(trans)}
              type="button"
              className="jp-WeftLink"
              aria-label={`${action.label(trans)}: ${action.name(trans, name)}`}
              onClick={() => {
                const act = () => action.do(form, node, cell);
                return action.writes ? form.edit(act) : act();
              }}
            >
              {action.label(trans)}
            </button>
          ))}
        </span>
      </div>
      {props.children}
    </li>
  );
}
