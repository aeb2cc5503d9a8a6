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
  React.useEffect(() => field.current?.select(), []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'Escape') {
      endRename(id, event.key === 'Enter' ? draft : null);
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
      onBlur={() => endRename(id, draft)}
    />
  );
}
