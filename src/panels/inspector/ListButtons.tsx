import React from 'react';
import { IconButton } from '../IconButton';
import type { Form } from './form';

/** A list with one item moved by some places. */
export const moved = <T,>(list: readonly T[], index: number, by: number): T[] =>
  list.toSpliced(index, 1).toSpliced(index + by, 0, list[index]);

/** What can be done with an item of a list: up, down, away. */
export function ListButtons(props: {
  form: Form;
  index: number;
  length: number;
  /** The item in words, such as “element 2 of Command”. */
  what: string;
  onMove: (by: number) => void;
  /** Absent where items stay. */
  onRemove?: () => void;
}): React.ReactElement | null {
  const { form, index, length, what, onMove, onRemove } = props;
  const { trans, view } = form;
  if (view.readOnly) {
    return null;
  }
  return (
    <>
      <IconButton
        glyph="up"
        label={trans.__('Move %1 up', what)}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      />
      <IconButton
        glyph="down"
        label={trans.__('Move %1 down', what)}
        disabled={index === length - 1}
        onClick={() => onMove(1)}
      />
      {onRemove && <IconButton glyph="remove" label={trans.__('Remove %1', what)} onClick={onRemove} />}
    </>
  );
}
