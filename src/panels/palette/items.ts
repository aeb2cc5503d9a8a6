import type { Translate } from '../../actions';
import type { NodeKind } from '../../pipeline';
import type { GlyphName } from '../Glyph';

/** Something that can be put on the canvas. */
export interface PaletteItem {
  /** Unique in the palette. */
  id: string;
  kind: NodeKind;
  glyph: GlyphName;
  label: (t: Translate) => string;
  /** One line: what it is for. */
  use: (t: Translate) => string;
}

/** Cells are missing on purpose: they come from a notebook, by dragging or by command. */
export const PALETTE_ITEMS: PaletteItem[] = [
  {
    id: 'container',
    kind: 'container',
    glyph: 'container',
    label: t => t('Container'),
    use: t => t('Runs a command in an image')
  },
  {
    id: 'importer',
    kind: 'importer',
    glyph: 'importer',
    label: t => t('Importer'),
    use: t => t('Brings in an artifact that exists already')
  },
  {
    id: 'note',
    kind: 'note',
    glyph: 'note',
    label: t => t('Note'),
    use: t => t('Explains in Markdown, runs nothing')
  }
];
