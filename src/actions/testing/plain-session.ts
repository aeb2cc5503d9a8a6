import type { Presence } from '../../wire';
import type { Peer, Session, SessionState } from '../../session';

/** A session without a hub: what it tells is set by the test, what is asked of it is written down. */
export class PlainSession implements Session {
  state: SessionState = {
    connection: 'live',
    message: null,
    role: 'editor',
    user: { username: 'me' },
    epoch: 'e',
    unsent: 0
  };
  peers: readonly Peer[] = [];
  readonly divergence = null;
  shown: Presence = {};
  readonly comments: unknown[] = [];
  readonly #listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Makes it tell something else. */
  tell(state: Partial<SessionState>, peers = this.peers): void {
    this.state = { ...this.state, ...state };
    this.peers = peers;
    this.#listeners.forEach(listener => listener());
  }

  show(part: Partial<Presence>): void {
    this.shown = { ...this.shown, ...part };
  }

  comment(request: unknown): boolean {
    this.comments.push(request);
    return true;
  }

  reconnect(): void {}

  dispose(): void {
    this.#listeners.clear();
  }
}

/** Somebody else in the room. */
export const peer = (client: number, username: string, presence: Presence = {}): Peer => ({
  client,
  user: { username, display_name: username.charAt(0).toUpperCase() + username.slice(1) },
  colour: (client % 8) + 1,
  presence
});
