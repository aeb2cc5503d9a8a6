import { splitStep } from '../../actions';
import type { CellCandidate, FlowCell } from '../../flow';
import { hashSource } from '../../notebook';
import {
  acceptCells,
  type CellRef,
  type CellsNode,
  followToNotebook,
  reanchorCell,
  removeCell,
  replaceCell
} from '../../pipeline';
import type { Form } from './form';

/** Something that can be done about one cell, with one gesture. */
export interface CellAction {
  label: string;
  /** What it does, in full, to a cell of this name. */
  about: (cell: string) => string;
  /** It changes the pipeline: as one undo step. */
  writes: boolean;
  do: () => void;
}

/** What can be done about a cell of a node: what its state calls for first. */
export function cellActions(form: Form, node: string, cell: FlowCell): CellAction[] {
  const choices =
    cell.pieceOf === undefined ? stateActions(form, node, cell) : pieceActions(form, node, cell);
  const [open, remove] = [openAction(form, node, cell), removeAction(form, node, cell)];
  return [...choices, ...(open ? [open] : []), ...splitActions(form, node, cell), remove];
}

/** A cell among others of a node can have a step of its own, with what was decided about its names. */
function splitActions({ editor, trans, view }: Form, node: string, cell: FlowCell): CellAction[] {
  const cells = view.flow.nodes.get(node)?.cells ?? [];
  return cell.pieceOf !== undefined || cells.length < 2 || cell.index < 0
    ? []
    : [
        {
          label: trans.__('Split off'),
          about: name => trans.__('Give %1 a step of its own', name),
          writes: true,
          do: () => void splitStep.do(editor, { node, cell: cell.ref.id })
        }
      ];
}

/** The id under which the node holds a cell. */
const heldAs = ({ drawn, ref }: FlowCell): string => drawn ?? ref.id;
/** A cell as it stands now, to be taken as the drawn one. */
const asItStands = ({ ref, source }: FlowCell): CellRef => ({ id: ref.id, hash: hashSource(source) });

function stateActions({ editor, trans, view }: Form, node: string, cell: FlowCell): CellAction[] {
  const actions: CellAction[] = [];
  if (cell.state === 'changed') {
    actions.push({
      label: trans.__('Accept'),
      about: name => trans.__('Accept the change of %1', name),
      writes: true,
      do: () => acceptCells(editor.doc, node, [asItStands(cell)])
    });
  }
  if (cell.drawn !== undefined) {
    actions.push({
      label: trans.__('Keep'),
      about: name => trans.__('Keep %1 in the place of the cell that was drawn', name),
      writes: true,
      do: () => reanchorCell(editor.doc, node, heldAs(cell), asItStands(cell))
    });
  }
  const cells = view.flow.nodes.get(node)?.cells ?? [];
  return [...actions, ...(cell.candidates ?? []).map(found => candidateAction(found))];

  function candidateAction({ id, hash, index, notebook }: CellCandidate): CellAction {
    return notebook === undefined
      ? {
          label: trans.__('Use cell %1', index + 1),
          about: name => trans.__('Use cell %1, which has the drawn source, instead of %2', index + 1, name),
          writes: true,
          do: () => reanchorCell(editor.doc, node, heldAs(cell), { id, hash })
        }
      : {
          label: trans.__('Follow to %1', notebook),
          about: name => trans.__('Use cell %1 of %2 instead of %3', index + 1, notebook, name),
          writes: true,
          do: () =>
            void followToNotebook(editor.doc, node, notebook, foundIn(notebook, cells, cell, { id, hash }))
        };
  }
}

/** The cells of a node that are in another notebook now: the one that was chosen, and those with no other choice. */
function foundIn(
  notebook: string,
  cells: readonly FlowCell[],
  chosen: FlowCell,
  ref: CellRef
): ReadonlyMap<string, CellRef> {
  const found = new Map([[heldAs(chosen), ref]]);
  for (const cell of cells) {
    const [only, ...others] = cell.candidates ?? [];
    const isFree = only && ![...found.values()].some(({ id }) => id === only.id);
    if (cell !== chosen && isFree && others.length === 0 && only.notebook === notebook) {
      found.set(heldAs(cell), { id: only.id, hash: only.hash });
    }
  }
  return found;
}

function pieceActions({ editor, trans, view }: Form, node: string, cell: FlowCell): CellAction[] {
  const drawn = cell.pieceOf ?? '';
  const pieces = (view.flow.nodes.get(node)?.cells ?? []).filter(({ pieceOf }) => pieceOf === drawn);
  const keep = (kept: readonly FlowCell[]) => replaceCell(editor.doc, node, drawn, kept.map(asItStands));
  return [
    {
      label: pieces.length === 2 ? trans.__('Keep both') : trans.__('Keep all'),
      about: name => trans.__('Keep all pieces of the cell that %1 comes from', name),
      writes: true,
      do: () => keep(pieces)
    },
    {
      label: trans.__('Only this'),
      about: name => trans.__('Keep only %1 of the cell that it comes from', name),
      writes: true,
      do: () => keep([cell])
    }
  ];
}

function openAction({ editor, trans, view }: Form, node: string, cell: FlowCell): CellAction | null {
  const { notebook } = view.flow.pipeline.nodes[node] as CellsNode;
  return cell.index < 0 || editor.host.openFile === undefined
    ? null
    : {
        label: trans.__('Open'),
        about: name => trans.__('Open %1 in its notebook', name),
        writes: false,
        do: () => editor.host.openFile?.(notebook, cell.ref.id, cell.syntaxError?.line)
      };
}

function removeAction({ editor, trans, view }: Form, node: string, cell: FlowCell): CellAction {
  const { pieceOf } = cell;
  const others = (view.flow.nodes.get(node)?.cells ?? []).filter(
    other => other !== cell && other.pieceOf === pieceOf
  );
  return {
    label: trans.__('Remove'),
    about: name => trans.__('Remove %1 from this node', name),
    writes: true,
    do: () =>
      pieceOf === undefined
        ? removeCell(editor.doc, node, heldAs(cell))
        : replaceCell(editor.doc, node, pieceOf, others.map(asItStands))
  };
}
