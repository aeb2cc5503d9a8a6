import { useReactFlow, useStoreApi } from '@xyflow/react';
import * as React from 'react';
import type { Editor } from '../../actions';
import { nameOf } from '../../wire';
import { viewAs } from '../viewport';

/** The user whose view is shown. */
export interface Followed {
  username: string;
  name: string;
  colour: number;
}

export interface Following {
  followed: Followed | null;
  follow(user: Followed): void;
  /** Ends it; false when nobody was followed. */
  letGo(): boolean;
  /** The start of a movement of the view: one by this user's own hand ends it. */
  onMoveStart(event: unknown): void;
}

/** How long the view takes to come to where the other one is, in milliseconds: first, and then each time. */
const FIRST = 250;
const NEXT = 100;
const linear = (time: number) => time;

/** Keeps the view where somebody else has theirs, until this user moves it, presses Escape, or they leave. */
export function useFollowing(editor: Editor): Following {
  const { session, trans } = editor;
  const [followed, setFollowed] = React.useState<Followed | null>(null);
  const now = React.useRef<Followed | null>(null);
  const flow = useReactFlow();
  const store = useStoreApi();

  const stable = React.useMemo(() => {
    const set = (user: Followed | null, message: string) => {
      now.current = user;
      setFollowed(user);
      editor.canvas?.announce(message);
    };
    const letGo = () => {
      const { current } = now;
      if (current) {
        set(null, trans.__('You no longer follow %1.', current.name));
      }
      return current !== null;
    };
    return {
      follow: (user: Followed) => set(user, trans.__('You follow %1. Escape ends it.', user.name)),
      letGo,
      leave: (user: Followed) => set(null, trans.__('%1 has left.', user.name)),
      onMoveStart: (event: unknown) => void (event && letGo())
    };
  }, [editor, trans]);

  React.useEffect(() => {
    if (!followed || !session) {
      return;
    }
    let last: unknown;
    const come = () => {
      const theirs = session.peers.filter(({ user }) => user.username === followed.username);
      if (theirs.length === 0) {
        stable.leave(followed);
        return;
      }
      const view = theirs.find(({ presence }) => presence.view)?.presence.view;
      if (!view || String(view) === last) {
        return;
      }
      const { width, height } = store.getState();
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      const duration = calm ? 0 : last === undefined ? FIRST : NEXT;
      last = String(view);
      void flow.setViewport(viewAs(view, width, height), { duration, ease: linear, interpolate: 'linear' });
      session.show({ view });
    };
    come();
    return session.subscribe(come);
  }, [followed, session, store, flow, stable]);

  return React.useMemo(() => ({ followed, ...stable }), [followed, stable]);
}

/** A user as they are followed. */
export const followable = ({
  user,
  colour
}: {
  user: Parameters<typeof nameOf>[0];
  colour: number;
}): Followed => ({
  username: user.username,
  name: nameOf(user),
  colour
});
