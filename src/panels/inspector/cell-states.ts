import type { Translation } from '../../actions';
import type { CellState } from '../../flow';
import type { GlyphName } from '../Glyph';

/** How each state of a cell is told. */
export const CELL_STATES: Record<CellState, { glyph: GlyphName; words: (trans: Translation) => string }> = {
  ok: { glyph: 'succeeded', words: trans => trans.__('as drawn') },
  changed: { glyph: 'warning', words: trans => trans.__('changed since it was drawn') },
  moved: { glyph: 'succeeded', words: trans => trans.__('as drawn, found by its source') },
  split: { glyph: 'warning', words: trans => trans.__('piece of a cell that was split') },
  missing: { glyph: 'error', words: trans => trans.__('missing from the notebook') },
  unparsed: { glyph: 'error', words: trans => trans.__('does not parse') },
  unread: { glyph: 'warning', words: trans => trans.__('notebook not readable') }
};
