import React, { useState } from 'react';
import { Glyph } from '../Glyph';
import { type Codec, looseCodec } from './drafts';
import { DraftInput } from './DraftInput';
import type { Form } from './form';
import { ListButtons, moved } from './ListButtons';

export interface ItemListProps {
  form: Form;
  items: readonly unknown[];
  /** What the list is, such as the name of an input. */
  name: string;
  onSave: (items: unknown[]) => void;
  /** How an item is typed: as JSON or plain text unless told. */
  codec?: Codec<unknown>;
}

/** A list of values, one line for each. */
export function ItemList({
  form,
  items,
  name,
  onSave,
  codec = looseCodec
}: ItemListProps): React.ReactElement {
  const { trans, view } = form;
  const [added, setAdded] = useState(-1);
  return (
    <>
      {items.length > 0 && (
        <ol className="jp-WeftArguments">
          {items.map((item, index) => (
            <li key={index}>
              <div className="jp-WeftRow-line">
                <DraftInput
                  value={item}
                  codec={codec}
                  onSave={value => onSave(items.toSpliced(index, 1, value ?? ''))}
                  label={trans.__('%1, item %2', name, index + 1)}
                  readOnly={view.readOnly}
                  focus={index === added}
                  trans={trans}
                  mono
                />
                <ListButtons
                  form={form}
                  index={index}
                  length={items.length}
                  what={trans.__('item %1 of %2', index + 1, name)}
                  onMove={by => onSave(moved(items, index, by))}
                  onRemove={() => onSave(items.toSpliced(index, 1))}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      {!view.readOnly && (
        <button
          type="button"
          className="jp-WeftButton"
          aria-label={trans.__('Add an item to %1', name)}
          onClick={() => {
            setAdded(items.length);
            onSave([...items, '']);
          }}
        >
          <Glyph name="add" /> {trans.__('Item')}
        </button>
      )}
    </>
  );
}
