import React from 'react';
import { pythonSource } from '../../kubeflow';
import type { Argument } from '../../pipeline';
import type { FieldEditorProps } from './FieldRow';

/** A setting as JSON that can be read and copied, not changed. */
export function JsonView({ field, form }: FieldEditorProps): React.ReactElement {
  const text = JSON.stringify(form.get(field.path), null, 2) ?? '';
  return <TextView text={text} label={field.label(form.trans)} />;
}

/** The function of a lightweight Python component, found in the command that runs it. */
export function SourceView({ field, form }: FieldEditorProps): React.ReactElement {
  return (
    <TextView
      text={pythonSource((form.get(['command']) ?? []) as Argument[])?.source ?? ''}
      label={field.label(form.trans)}
    />
  );
}

/** Text in lines that scrolls when it is long. */
export function TextView({ text, label }: { text: string; label: string }): React.ReactElement {
  return (
    <pre className="jp-WeftText" tabIndex={0} role="region" aria-label={label}>
      {text}
    </pre>
  );
}
