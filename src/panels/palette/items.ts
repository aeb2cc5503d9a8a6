import type { Translation } from '../../actions';
import type { NodeKind } from '../../pipeline';
import type { GlyphName } from '../Glyph';

/** Something that can be put on the canvas. */
export interface PaletteItem {
  /** Unique in the palette. */
  id: string;
  kind: NodeKind;
  glyph: GlyphName;
  label: (trans: Translation) => string;
  /** One line: what it is for. */
  use: (trans: Translation) => string;
}

/** Cells are missing on purpose: they come from a notebook, by dragging or by command. */
export const PALETTE_ITEMS: PaletteItem[] = [
  {
    id: 'container',
    kind: 'container',
    glyph: 'container',
    label: trans => trans.__('Container'),
    use: trans => trans.__('Runs a command in an image')
  },
  {
    id: 'importer',
    kind: 'importer',
    glyph: 'importer',
    label: trans => trans.__('Importer'),
    use: trans => trans.__('Brings in an artifact that exists already')
  },
  {
    id: 'note',
    kind: 'note',
    glyph: 'note',
    label: trans => trans.__('Note'),
    use: trans => trans.__('Explains in Markdown, runs nothing')
  }
];
