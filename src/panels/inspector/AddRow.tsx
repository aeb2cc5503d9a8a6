import React, { useId, useState } from 'react';
import type { Translation } from '../../actions';
import { IconButton } from '../IconButton';
import { InputError } from './InputError';
import { nameCodec, type NameRule } from './names';

export interface AddRowProps {
  rule: NameRule;
  /** What is added, such as “Add input”. */
  label: string;
  onAdd: (name: string) => void;
  /** Names to choose from; others can be typed too. */
  suggestions?: readonly string[];
  trans: Translation;
}

/** The last line of a table: a name to type and a button that adds it. */
export function AddRow({ rule, label, onAdd, suggestions = [], trans }: AddRowProps): React.ReactElement {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const listId = useId();
  const add = () => {
    const parsed = nameCodec(rule).parse(name, trans);
    if (!parsed.ok) {
      setError(parsed.message);
    } else if (parsed.value !== undefined) {
      setName('');
      setError(null);
      onAdd(parsed.value);
    }
  };
  return (
    <div className="jp-WeftRow-line">
      <input
        type="text"
        className="jp-WeftInput jp-mod-mono"
        data-lm-suppress-shortcuts
        spellCheck={false}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error !== null ? errorId : undefined}
        placeholder={label}
        list={suggestions.length > 0 ? listId : undefined}
        value={name}
        onChange={event => {
          setName(event.target.value);
          setError(null);
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            add();
          } else if (event.key === 'Escape') {
            setName('');
            setError(null);
          }
        }}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map(each => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      <IconButton glyph="add" label={label} onClick={add} />
      {error !== null && <InputError id={errorId}>{error}</InputError>}
    </div>
  );
}
