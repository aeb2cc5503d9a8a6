import React from 'react';
import type { Translation } from '../../actions';

/** Finds settings by their words; Escape gives the search up. */
export function SearchBox(props: {
  value: string;
  onChange: (query: string) => void;
  trans: Translation;
}): React.ReactElement {
  const { value, onChange, trans } = props;
  return (
    <input
      type="search"
      className="jp-WeftInput jp-WeftInspector-search"
      data-lm-suppress-shortcuts
      aria-label={trans.__('Search settings')}
      placeholder={trans.__('Search settings')}
      value={value}
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation();
          onChange('');
        }
      }}
    />
  );
}
