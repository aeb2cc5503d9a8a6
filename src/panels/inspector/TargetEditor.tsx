import React from 'react';
import { type Target, TARGETS } from '../../kubeflow';
import type { FieldEditorProps } from './FieldRow';
import { Select } from './Select';

/** What the pipeline is checked and compiled for: the user's choice, not part of the document. */
export function TargetEditor({ form, id, describedBy, invalid }: FieldEditorProps): React.ReactElement {
  const { trans, editor, view } = form;
  const label = (target: Target) =>
    target === 'local'
      ? trans.__('This machine')
      : trans.__('Kubeflow Pipelines %1', target.replace('kfp-', ''));
  return (
    <Select
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      value={view.target}
      groups={[{ options: TARGETS.map(target => ({ value: target, label: label(target) })) }]}
      onChange={target => editor.setTarget(target as Target)}
    />
  );
}
