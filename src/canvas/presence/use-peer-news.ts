import * as React from 'react';
import type { CanvasHandle, Editor } from '../../actions';
import { pickUsers } from './WhoIsHere';
import { usePeers } from './use-peers';

/** Tells screen readers who comes and goes. When the connection is lost nobody has left. */
export function usePeerNews({ session, trans }: Editor, canvas: CanvasHandle): void {
  const users = usePeers(session, pickUsers);
  const told = React.useRef<typeof users>([]);
  React.useEffect(() => {
    if (session && session.state.connection !== 'live') {
      return;
    }
    const missing = (from: typeof users, others: typeof users) =>
      from.filter(user => !others.some(({ username }) => username === user.username)).map(({ name }) => name);
    const [come, gone] = [missing(users, told.current), missing(told.current, users)];
    told.current = users;
    const news = [
      come.length > 0 && trans.__('Here now: %1.', come.join(', ')),
      gone.length > 0 && trans.__('Left: %1.', gone.join(', '))
    ].filter(Boolean);
    if (news.length > 0) {
      canvas.announce(news.join(' '));
    }
  }, [users, session, canvas, trans]);
}
