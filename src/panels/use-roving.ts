import { type KeyboardEvent, useRef, useState } from 'react';

/** One tab stop for a list: the arrow keys move within it (WAI-ARIA, roving tabindex). */
export interface Roving {
  /** Key of the item that has the tab stop. */
  active: string | undefined;
  /** What each item takes. */
  item(key: string): {
    tabIndex: number;
    ref: (element: HTMLElement | null) => void;
    onFocus: () => void;
  };
  focus(key: string): void;
  /** Handles Up, Down, Home and End; true when it did. */
  move(event: KeyboardEvent): boolean;
}

/** `keys` are the items in the order in which they are drawn. */
export function useRoving(keys: readonly string[]): Roving {
  const [wanted, setWanted] = useState<string>();
  const elements = useRef(new Map<string, HTMLElement>());
  const active = wanted !== undefined && keys.includes(wanted) ? wanted : keys[0];
  const focus = (key: string) => {
    setWanted(key);
    elements.current.get(key)?.focus();
  };
  const steps: Record<string, (at: number) => number> = {
    ArrowDown: at => Math.min(at + 1, keys.length - 1),
    ArrowUp: at => Math.max(at - 1, 0),
    Home: () => 0,
    End: () => keys.length - 1
  };
  return {
    active,
    focus,
    item: key => ({
      tabIndex: key === active ? 0 : -1,
      ref: element => {
        if (element) {
          elements.current.set(key, element);
        } else {
          elements.current.delete(key);
        }
      },
      onFocus: () => setWanted(key)
    }),
    move: event => {
      const step = steps[event.key];
      if (!step || active === undefined || event.altKey || event.ctrlKey || event.metaKey) {
        return false;
      }
      event.preventDefault();
      focus(keys[step(keys.indexOf(active))]);
      return true;
    }
  };
}
