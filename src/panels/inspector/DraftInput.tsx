import React, { useId } from 'react';
import type { Translation } from '../../actions';
import type { Codec } from './drafts';
import { InputError } from './InputError';
import { useDraft } from './use-draft';

export interface DraftInputProps<T> {
  value: T | undefined;
  codec: Codec<T>;
  onSave: (value: T | undefined) => void;
  trans: Translation;
  id?: string;
  /** Its name for screen readers, where no visible label is tied to `id`. */
  label?: string;
  placeholder?: string;
  describedBy?: string;
  invalid?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  mono?: boolean;
  /** Several lines; Ctrl+Enter commits. */
  lines?: boolean;
  /** Takes the focus when it is first drawn. */
  focus?: boolean;
}

/** A text being typed apart from the document; says beneath why it cannot be taken. */
export function DraftInput<T>(props: DraftInputProps<T>): React.ReactElement {
  const { trans, describedBy, mono } = props;
  // A line would lose the line breaks of a text that has some.
  const lines = props.lines || props.codec.format(props.value).includes('\n');
  const errorId = useId();
  const draft = useDraft(props.value, props.codec, props.onSave, trans, lines);
  const shared = {
    id: props.id,
    'aria-label': props.label,
    'aria-invalid': props.invalid || draft.error !== null,
    'aria-describedby': [describedBy, draft.error !== null && errorId].filter(Boolean).join(' ') || undefined,
    // Lab's single-key shortcuts must not fire while someone types.
    'data-lm-suppress-shortcuts': true,
    className: `jp-WeftInput ${mono ? 'jp-mod-mono' : ''}`,
    placeholder: props.placeholder,
    disabled: props.disabled,
    autoFocus: props.focus,
    readOnly: props.readOnly,
    value: draft.text,
    onChange: (event: { target: { value: string } }) => draft.change(event.target.value),
    onBlur: draft.commit,
    onKeyDown: draft.onKeyDown
  };
  return (
    <>
      {lines ? <textarea rows={3} {...shared} /> : <input type="text" spellCheck={false} {...shared} />}
      {draft.error !== null && <InputError id={errorId}>{draft.error}</InputError>}
    </>
  );
}
