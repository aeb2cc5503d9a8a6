import React from 'react';
import { acceptChanges, hasManyChanges } from '../../actions';
import type { FlowCell } from '../../flow';
import { ActionButton } from '../ActionButton';
import { Empty } from '../Empty';
import { Glyph } from '../Glyph';
import { cellActions } from './cell-actions';
import { CELL_STATES } from './cell-states';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import type { Form } from './form';
import { problemsWithin } from './problems-of';

/** The cells of a node in notebook order: which they are, whether they are as drawn, and what to do if not. */
export function CellsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view } = form;
  const [node] = form.nodes;
  const cells = view.flow.nodes.get(node)?.cells ?? [];
  if (cells.length === 0) {
    return <Empty>{trans.__('No cells. Drag some from the notebook onto the node.')}</Empty>;
  }
  const isChanged = cells.some(({ state }) => state === 'changed');
  return (
    <>
      <ul className="jp-WeftCells">
        {cells.map(cell => (
          <CellRow key={cell.ref.id} form={form} node={node} cell={cell}>
            <FieldProblems problems={problemsWithin(problems, [...field.path, cell.ref.id])} trans={trans} />
          </CellRow>
        ))}
      </ul>
      {isChanged && hasManyChanges(view.flow) && (
        <ActionButton editor={form.editor} action={acceptChanges} leaves />
      )}
    </>
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
  const { glyph, words } = CELL_STATES[cell.state];
  const actions = cellActions(form, node, cell).filter(({ writes }) => !(writes && view.readOnly));
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
              key={action.label}
              type="button"
              className="jp-WeftLink"
              aria-label={`${action.label}: ${action.about(name)}`}
              onClick={() => (action.writes ? form.edit(action.do) : action.do())}
            >
              {action.label}
            </button>
          ))}
        </span>
      </div>
      {props.children}
    </li>
  );
}
