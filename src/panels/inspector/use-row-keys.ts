import { useRef } from 'react';

/** Keys for rows that have names: a row renamed here keeps its key, and with it the focus. */
export interface RowKeys {
  keyOf(name: string): string;
  renamed(from: string, to: string): void;
}

export function useRowKeys(): RowKeys {
  const { current: keys } = useRef(new Map<string, string>());
  const keyOf = (name: string): string =>
    keys.get(name) ?? ([...keys.values()].includes(name) ? `${name} again` : name);
  return {
    keyOf,
    renamed: (from, to) => {
      keys.set(to, keyOf(from));
      keys.delete(from);
    }
  };
}
