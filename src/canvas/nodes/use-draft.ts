import * as React from 'react';
import { useCanvas } from '../CanvasContext';

/** Text being typed into a node: kept here, handed over once, when the typing ends. */
export function useDraft(id: string, text: string) {
  const { endRename } = useCanvas();
  const [draft, setDraft] = React.useState(text);
  const ended = React.useRef(false);
  /** Taking the field away blurs it, which must not end the typing twice. */
  const end = (keep: boolean) => {
    if (!ended.current) {
      ended.current = true;
      endRename(id, keep ? draft : null);
    }
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    event.stopPropagation();
    const newLine = event.currentTarget instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey;
    if (event.key === 'Escape' || (event.key === 'Enter' && !newLine)) {
      end(event.key === 'Enter');
    }
  };
  return {
    value: draft,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setDraft(event.target.value),
    onKeyDown,
    onBlur: () => end(true),
    'data-lm-suppress-shortcuts': 'true'
  };
}
