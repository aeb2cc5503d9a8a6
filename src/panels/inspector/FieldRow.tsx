import React, { useId } from 'react';
import type { Problem } from '../../checks';
import { EDITORS } from './editors';
import { dotted, type Field } from './field';
import { FieldProblems } from './FieldProblems';
import type { Form } from './form';
import { PeersInField } from './PeersAt';
import { problemsAt, problemsWithin } from './problems-of';

/** What a field's editor takes. */
export interface FieldEditorProps {
  field: Field;
  form: Form;
  /** For the element that the label names. */
  id: string;
  describedBy?: string;
  invalid: boolean;
  disabled: boolean;
  /** Problems of the setting and of everything inside it. */
  problems: readonly Problem[];
}

/** A setting: its label, its editor, a hint, and its problems. */
export function FieldRow({ field, form }: { field: Field; form: Form }): React.ReactElement {
  const { trans, view } = form;
  const id = useId();
  const { component: Editor, composite, labelled } = EDITORS[field.editor];
  const within = problemsWithin(form.problems, field.path);
  // A composite editor shows the problems of its parts beside them.
  const own = composite ? problemsAt(form.problems, field.path) : within;
  const label = field.label(trans);
  const described = [own.length > 0 && `${id}-problems`, field.hint && `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  return (
    <div
      className={`jp-WeftField ${field.half ? 'jp-mod-half' : ''}`}
      data-field={dotted(field.path)}
      role={composite ? 'group' : undefined}
      aria-labelledby={composite ? `${id}-label` : undefined}
    >
      {!labelled &&
        (composite ? (
          <span id={`${id}-label`} className={field.bare ? 'jp-sr-only' : 'jp-WeftField-label'}>
            {label}
          </span>
        ) : (
          <label htmlFor={id} className="jp-WeftField-label">
            {label}
          </label>
        ))}
      <PeersInField form={form} field={dotted(field.path)} />
      <Editor
        field={field}
        form={form}
        id={id}
        describedBy={described || undefined}
        invalid={own.some(problem => problem.severity === 'error')}
        disabled={view.readOnly || (field.needs !== undefined && form.get(field.needs) === undefined)}
        problems={within}
      />
      {field.hint && (
        <p id={`${id}-hint`} className="jp-WeftField-hint">
          {field.hint(trans)}
        </p>
      )}
      <FieldProblems id={`${id}-problems`} problems={own} trans={trans} />
    </div>
  );
}
