import React from 'react';
import type { Translation } from '../../actions';
import { Glyph } from '../Glyph';
import { PALETTE_SECTIONS, type PaletteItem } from './items';

export interface PaletteProps {
  trans: Translation;
  /** Puts the item in the middle of what the canvas shows. */
  onAdd: (item: PaletteItem) => void;
  /** The pointer went down on an item and moved: the shell starts its drag. */
  onDragStart?: (item: PaletteItem, event: PointerEvent) => void;
  /** Nothing can be added: no pipeline is open, or it is read-only. */
  disabled?: boolean;
}

/** How far the pointer goes before a press is a drag; the threshold of Lumino's own drags. */
const DRAG_THRESHOLD = 5;

/** What can be put on the canvas, by click, Enter or drag. */
export function Palette(props: PaletteProps): React.ReactElement {
  const { trans, onAdd, onDragStart, disabled } = props;
  const startDrag = (item: PaletteItem, down: React.PointerEvent<HTMLElement>) => {
    if (!onDragStart || down.button !== 0) {
      return;
    }
    const stop = new AbortController();
    const { signal } = stop;
    const onMove = (event: PointerEvent) => {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= DRAG_THRESHOLD) {
        stop.abort();
        onDragStart(item, event);
      }
    };
    document.addEventListener('pointermove', onMove, { signal });
    document.addEventListener('pointerup', () => stop.abort(), { signal });
    document.addEventListener('pointercancel', () => stop.abort(), { signal });
  };
  return (
    <section className="jp-WeftPanel jp-WeftPalette" aria-label={trans.__('Palette')}>
      {PALETTE_SECTIONS.map(({ title, items }) => (
        <React.Fragment key={items[0].action}>
          <h3 className="jp-WeftPanel-heading">{title(trans)}</h3>
          <ul className="jp-WeftPalette-items" aria-label={title(trans)}>
            {items.map(item => (
              <li key={item.action}>
                <button
                  type="button"
                  className="jp-WeftPalette-card"
                  data-action={item.action}
                  disabled={disabled}
                  title={trans.__('Add %1: %2', item.label(trans), item.use(trans))}
                  onPointerDown={event => startDrag(item, event)}
                  onClick={() => onAdd(item)}
                >
                  <Glyph name={item.glyph} />
                  <span>
                    <span className="jp-WeftPalette-label">{item.label(trans)}</span>
                    <span className="jp-WeftPalette-use">{item.use(trans)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </React.Fragment>
      ))}
      <p className="jp-WeftPalette-hint">
        <Glyph name="cells" />
        <span>
          {trans.__(
            'To add cells, drag them from a notebook onto the canvas, or use “Add cell to pipeline” in the notebook.'
          )}
        </span>
      </p>
    </section>
  );
}
