import * as React from 'react';
import { useCanvas } from '../CanvasContext';
import type { CardData } from '../card-data';
import { useDraft } from './use-draft';

/** The title of a node; a field while it is being renamed. A group without one is called by what it does. */
export function Title({ data: { flowNode, summary, renaming } }: { data: CardData }): JSX.Element {
  const title = flowNode.node.title || sentence(summary) || flowNode.title;
  return renaming ? (
    <TitleField id={flowNode.id} title={summary ? (flowNode.node.title ?? '') : title} />
  ) : (
    <span className="jp-WeftNode-title" title={title}>
      {title}
    </span>
  );
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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
