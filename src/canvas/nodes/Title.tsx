import * as React from 'react';
import { useCanvas } from '../CanvasContext';
import type { CardData } from '../card-data';
import { useDraft } from './use-draft';

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
  const { trans } = useCanvas();
  const field = React.useRef<HTMLInputElement>(null);
  React.useEffect(() => field.current?.select(), []);
  const draft = useDraft(id, title);
  return (
    <input
      ref={field}
      className="jp-WeftNode-titleField nodrag nopan nokey"
      aria-label={trans.__('Title')}
      {...draft}
    />
  );
}
