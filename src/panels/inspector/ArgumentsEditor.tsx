import React from 'react';
import type { Argument } from '../../pipeline';
import { ArgumentList } from './ArgumentList';
import type { FieldEditorProps } from './FieldRow';

/** A command line, element by element: texts, and placeholders that stand for inputs and outputs. */
export function ArgumentsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  return (
    <ArgumentList
      form={form}
      list={(form.get(field.path) ?? []) as Argument[]}
      label={field.label(form.trans)}
      path={field.path}
      problems={problems}
      depth={0}
      onSave={next => form.set(field.path, next.length > 0 ? next : undefined)}
    />
  );
}
