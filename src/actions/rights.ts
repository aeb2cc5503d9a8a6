import type { Session } from '../session';
import { mayComment, mayEdit } from '../wire';
import type { Editor } from './editor';

/** Whether live editing lets the user change the pipeline: what is written while it does not would be lost. */
export function sessionLetsEdit(session: Session | null): boolean {
  if (!session) {
    return true;
  }
  const { role, connection } = session.state;
  return connection !== 'refused' && connection !== 'diverged' && (role === null || mayEdit(role));
}

/** Whether the user may comment now: whoever may edit, and commenters while they are connected. */
export function maySayHere({ session, view }: Editor): boolean {
  const { role, connection } = session?.state ?? { role: null, connection: 'alone' };
  return role === null || mayEdit(role) ? !view.readOnly : mayComment(role) && connection === 'live';
}
