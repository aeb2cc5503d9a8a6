import * as React from 'react';
import { useCanvas } from '../CanvasContext';
import type { CardData } from '../projectNodes';

/** The title of a node; a field while it is being renamed. */
export function Title({ data: { flowNode, renaming } }: { data: CardData }): JSX.Element {
  return renaming ? (
    <TitleField id={flowNode.id} title={flowNode.title} />
  ) : (
    <span className="jp-WeftNode-title" title={flowNode.title}>
      {flowNode.title}
    </span>
  );
}

function TitleField({ id, title }: { id: string; title: string }): JSX.Element {
  const { trans, endRename } = useCanvas();
  const [draft, setDraft] = React.useState(title);
  const field = React.useRef<HTMLInputElement>(null);
  const ended = React.useRef(false);
  React.useEffect(() => field.current?.select(), []);
  /** Taking the field away blurs it, which must not end the typing twice. */
  const end = (text: string | null) => {
    if (!ended.current) {
      ended.current = true;
      endRename(id, text);
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'Escape') {
      end(event.key === 'Enter' ? draft : null);
    }
  };
  return (
    <input
      ref={field}
      className="jp-WeftNode-titleField nodrag nopan nokey"
      data-lm-suppress-shortcuts="true"
      aria-label={trans('Title')}
      value={draft}
      onChange={event => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(draft)}
    />
  );
}
