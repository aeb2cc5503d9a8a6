import React from 'react';
import { Glyph } from '../../Glyph';
import { IconButton } from '../../IconButton';
import { FieldProblems } from '../FieldProblems';
import { problemsAt } from '../problems-of';
import { firstOf, type Shape } from './shape';
import { ShapeEditor, type ShapeEditorProps } from './ShapeEditor';

type ListShape = Extract<Shape, { form: 'list' }>;

/** Entries of a list, each a small form, with a button below that adds one. */
export function ListEditor(props: ShapeEditorProps<ListShape>): React.ReactElement {
  const { form, shape, value, path, problems, name, required, onChange } = props;
  const { trans, view } = form;
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const save = (next: unknown[]) => onChange(next.length > 0 || required ? next : undefined);
  return (
    <>
      {items.map((item, index) => {
        const called = trans.__('%1 %2', name, index + 1);
        return (
          <div key={index} className="jp-WeftRow" role="group" aria-label={called}>
            <div className="jp-WeftEntry">
              <div className="jp-WeftEntry-form">
                <ShapeEditor
                  form={form}
                  shape={shape.item}
                  value={item}
                  path={[...path, String(index)]}
                  problems={problems}
                  name={called}
                  required
                  onChange={next => save(items.toSpliced(index, 1, next))}
                />
              </div>
              {!view.readOnly && (
                <IconButton
                  glyph="remove"
                  label={trans.__('Remove %1', called)}
                  onClick={() => save(items.toSpliced(index, 1))}
                />
              )}
            </div>
            <FieldProblems problems={problemsAt(problems, [...path, String(index)])} trans={trans} />
          </div>
        );
      })}
      {!view.readOnly && (
        <button
          type="button"
          className="jp-WeftButton"
          aria-label={trans.__('Add to %1', name)}
          onClick={() => save([...items, firstOf(shape.item)])}
        >
          <Glyph name="add" /> {trans.__('Add')}
        </button>
      )}
    </>
  );
}
