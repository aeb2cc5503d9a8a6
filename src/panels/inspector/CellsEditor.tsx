import React from 'react';
import type { Translate } from '../../actions';
import type { CellState, FlowCell } from '../../flow';
import { hashSource } from '../../notebook';
import { acceptCells, type CellsNode, reanchorCell, removeCell } from '../../pipeline';
import { Empty } from '../Empty';
import { Glyph, type GlyphName } from '../Glyph';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import type { Form } from './form';
import { problemsWithin } from './problemsOf';

/** How each state of a cell is told. */
const STATES: Record<CellState, { glyph: GlyphName; words: (t: Translate) => string }> = {
  ok: { glyph: 'succeeded', words: t => t('as drawn') },
  changed: { glyph: 'warning', words: t => t('changed since it was drawn') },
  missing: { glyph: 'error', words: t => t('missing from the notebook') },
  unparsed: { glyph: 'error', words: t => t('does not parse') },
  unread: { glyph: 'warning', words: t => t('notebook not readable') }
};

/** Something that can be done about one cell. */
interface CellAction {
  label: (t: Translate) => string;
  /** What it is called in full, with the name of the cell. */
  name: (t: Translate, cell: string) => string;
  when: (cell: FlowCell, form: Form) => boolean;
  writes: boolean;
  do: (form: Form, node: string, cell: FlowCell) => void;
}

const CELL_ACTIONS: CellAction[] = [
  {
    label: t => t('Accept'),
    name: (t, cell) => t('Accept the change of %1', cell),
    when: cell => cell.state === 'changed',
    writes: true,
    do: ({ editor }, node, { ref, source }) =>
      acceptCells(editor.doc, node, [{ id: ref.id, hash: hashSource(source) }])
  },
  {
    label: t => t('Re-anchor'),
    name: (t, cell) => t('Use the cell with the same source instead of %1', cell),
    when: cell => cell.candidate !== undefined,
    writes: true,
    do: ({ editor }, node, { ref, candidate }) => {
      if (candidate) {
        reanchorCell(editor.doc, node, ref.id, candidate);
      }
    }
  },
  {
    label: t => t('Open'),
    name: (t, cell) => t('Open %1 in its notebook', cell),
    when: (cell, { editor }) => cell.index >= 0 && editor.host.openFile !== undefined,
    writes: false,
    do: ({ editor, view }, node, { ref, syntaxError }) => {
      const held = view.flow.pipeline.nodes[node] as CellsNode;
      editor.host.openFile?.(held.notebook, ref.id, syntaxError?.line);
    }
  },
  {
    label: t => t('Remove'),
    name: (t, cell) => t('Remove %1 from this node', cell),
    when: () => true,
    writes: true,
    do: ({ editor }, node, { ref }) => removeCell(editor.doc, node, ref.id)
  }
];

/** The cells of a node in notebook order: which they are, whether they are as drawn, and what to do if not. */
export function CellsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans: t, view } = form;
  const [node] = form.nodes;
  const cells = view.flow.nodes.get(node)?.cells ?? [];
  if (cells.length === 0) {
    return <Empty>{t('No cells. Drag some from the notebook onto the node.')}</Empty>;
  }
  return (
    <ul className="jp-WeftCells">
      {cells.map(cell => (
        <CellRow key={cell.ref.id} form={form} node={node} cell={cell}>
          <FieldProblems problems={problemsWithin(problems, [...field.path, cell.ref.id])} trans={t} />
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
  const { trans: t, view } = form;
  const name = cell.index < 0 ? t('cell %1', cell.ref.id) : t('cell %1', cell.index + 1);
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
          {words(t)}
        </span>
        <span className="jp-WeftCells-actions">
          {actions.map(action => (
            <button
              key={action.label(t)}
              type="button"
              className="jp-WeftLink"
              aria-label={`${action.label(t)}: ${action.name(t, name)}`}
              onClick={() => {
                const act = () => action.do(form, node, cell);
                return action.writes ? form.edit(act) : act();
              }}
            >
              {action.label(t)}
            </button>
          ))}
        </span>
      </div>
      {props.children}
    </li>
  );
}
