import type { Translation } from '../../actions';
import type { GlyphName } from '../Glyph';

type Words = (trans: Translation) => string;

/** Something that can be put on the canvas. */
export interface PaletteItem {
  /** Id of the action that adds it. */
  action: string;
  glyph: GlyphName;
  label: Words;
  /** One line: what it is for. */
  use: Words;
}

export interface PaletteSection {
  title: Words;
  items: readonly PaletteItem[];
}

/** Cells are missing on purpose: they come from a notebook, by dragging or by command. */
export const PALETTE_SECTIONS: readonly PaletteSection[] = [
  {
    title: trans => trans.__('Steps'),
    items: [
      {
        action: 'add-notebook',
        glyph: 'notebook',
        label: trans => trans.__('Notebook'),
        use: trans => trans.__('Runs all cells of a notebook as one step')
      },
      {
        action: 'add-container',
        glyph: 'container',
        label: trans => trans.__('Container'),
        use: trans => trans.__('Runs a command in an image')
      },
      {
        action: 'add-importer',
        glyph: 'importer',
        label: trans => trans.__('Importer'),
        use: trans => trans.__('Brings in an artifact that exists already')
      },
      {
        action: 'add-create-volume',
        glyph: 'volume',
        label: trans => trans.__('Create volume'),
        use: trans => trans.__('Makes a volume for later steps to mount')
      },
      {
        action: 'add-delete-volume',
        glyph: 'volume',
        label: trans => trans.__('Delete volume'),
        use: trans => trans.__('Removes a volume at the end')
      }
    ]
  },
  {
    title: trans => trans.__('Groups'),
    items: [
      {
        action: 'add-loop',
        glyph: 'loop',
        label: trans => trans.__('Loop'),
        use: trans => trans.__('Runs once for each item of a list')
      },
      {
        action: 'add-branch',
        glyph: 'branch',
        label: trans => trans.__('If'),
        use: trans => trans.__('Runs when a condition holds')
      },
      {
        action: 'add-choice',
        glyph: 'choice',
        label: trans => trans.__('If and else'),
        use: trans => trans.__('Runs one of several branches')
      },
      {
        action: 'add-exit-handler',
        glyph: 'exit-handler',
        label: trans => trans.__('Exit handler'),
        use: trans => trans.__('Exit steps run after it, however it ends')
      },
      {
        action: 'add-pipeline',
        glyph: 'pipeline',
        label: trans => trans.__('Sub-pipeline'),
        use: trans => trans.__('A pipeline inside the pipeline')
      }
    ]
  },
  {
    title: trans => trans.__('Text'),
    items: [
      {
        action: 'add-note',
        glyph: 'note',
        label: trans => trans.__('Note'),
        use: trans => trans.__('Explains in Markdown, runs nothing')
      }
    ]
  }
];
