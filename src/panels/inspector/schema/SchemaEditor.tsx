import React from 'react';
import type { FieldEditorProps } from '../FieldRow';
import { shapeOf } from './shape';
import { ShapeEditor } from './ShapeEditor';

/** A setting edited as its schema says, however deep it goes. */
export function SchemaEditor({ field, form, problems }: FieldEditorProps): React.ReactElement | null {
  return field.schema ? (
    <ShapeEditor
      form={form}
      shape={shapeOf(field.schema)}
      value={form.get(field.path)}
      path={field.path}
      problems={problems}
      name={field.label(form.trans)}
      onChange={value => form.set(field.path, value)}
    />
  ) : null;
}
