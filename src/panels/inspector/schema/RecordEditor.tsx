import React from 'react';
import { isBinding } from '../../../pipeline';
import { Glyph } from '../../Glyph';
import { FieldProblems } from '../FieldProblems';
import { problemsAt, problemsWithin } from '../problems-of';
import type { Shape } from './shape';
import { ShapeEditor, type ShapeEditorProps } from './ShapeEditor';
import { WORDS } from './words';

type RecordShape = Extract<Shape, { form: 'record' }>;

const isNested = ({ form }: Shape): boolean => form === 'list' || form === 'record' || form === 'table';

/** Settings of an object, one below the other; those that hold more are opened when wanted. */
export function RecordEditor(props: ShapeEditorProps<RecordShape>): React.ReactElement {
  const { form, shape, value, path, problems, name, onChange } = props;
  const { trans } = form;
  const held = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const change = (key: string, next: unknown) => {
    const { [key]: _before, ...others } = held;
    if (next !== undefined || isBinding(others)) {
      onChange({ ...others, [key]: next ?? '' });
    } else {
      onChange(Object.keys(others).length === 0 && !props.required ? undefined : others);
    }
  };
  return (
    <div className="jp-WeftRecord">
      {shape.members.map(({ key, required, shape: inner }) => {
        const label = WORDS[key]?.label(trans) ?? key;
        const editor = (
          <ShapeEditor
            form={form}
            shape={inner}
            value={held[key]}
            path={[...path, key]}
            problems={problems}
            name={inner.form === 'switch' ? label : trans.__('%1 of %2', label, name)}
            example={WORDS[key]?.example}
            required={required}
            onChange={next => change(key, next)}
          />
        );
        return isNested(inner) ? (
          <details
            key={key}
            className="jp-WeftRecord-part"
            open={
              (held[key] !== undefined && required) || problemsWithin(problems, [...path, key]).length > 0
            }
          >
            <summary>
              <Glyph name="right" />
              {label}
              {count(held[key])}
            </summary>
            <div role="group" aria-label={trans.__('%1 of %2', label, name)}>
              {editor}
            </div>
          </details>
        ) : (
          <div key={key} className={`jp-WeftRecord-line ${inner.form === 'texts' ? 'jp-mod-tall' : ''}`}>
            {inner.form !== 'switch' && (
              <span className="jp-WeftRecord-label" aria-hidden="true">
                {label}
              </span>
            )}
            <div className="jp-WeftRecord-value">{editor}</div>
            <FieldProblems problems={problemsAt(problems, [...path, key])} trans={trans} />
          </div>
        );
      })}
    </div>
  );
}

/** How many entries something shut holds. */
function count(value: unknown): string {
  const entries = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  return entries > 0 ? ` (${entries})` : '';
}
