import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Translation } from '../../actions';
import type { Codec } from './drafts';

export interface Draft {
  text: string;
  /** Why the text cannot be taken; null when it can. */
  error: string | null;
  change(text: string): void;
  commit(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * A text being typed, apart from the document: blur and Enter (Ctrl+Enter where Enter starts a line) commit
 * it, Escape gives it up. What others write meanwhile shows as soon as nothing is being typed. A draft left
 * when the field goes away is committed, so that a click elsewhere loses nothing.
 */
export function useDraft<T>(
  value: T | undefined,
  codec: Codec<T>,
  save: (value: T | undefined) => void,
  trans: Translation,
  lines = false
): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  // Apart from the state, since a commit may take the field away before the state is drawn.
  const typed = useRef<string | null>(null);
  const change = (text: string | null) => {
    typed.current = text;
    setDraft(text);
    setError(null);
  };
  const commit = () => {
    if (typed.current === null) {
      return;
    }
    const parsed = codec.parse(typed.current, trans);
    if (!parsed.ok) {
      setError(parsed.message);
      return;
    }
    change(null);
    if (codec.format(parsed.value) !== codec.format(value)) {
      save(parsed.value);
    }
  };
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  useEffect(() => () => latest.current(), []);
  return {
    text: draft ?? codec.format(value),
    error,
    change,
    commit,
    onKeyDown: event => {
      if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation();
        change(null);
      } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
        if (!lines || event.ctrlKey || event.metaKey) {
          event.preventDefault();
          commit();
        }
      }
    }
  };
}
