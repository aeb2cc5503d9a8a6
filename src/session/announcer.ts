import type { Divergence, Peer, SessionState } from './session';
import { Paced, type Timers } from './timers';

/** Everything that a session shows, as one value. */
export interface Shown {
  state: SessionState;
  peers: readonly Peer[];
  divergence: Divergence | null;
}

/** How often views hear of changes, in milliseconds: once per frame. */
const FRAME = 16;

/** Holds what a session shows and tells listeners when it changed; parts that did not change stay the same objects. */
export class Announcer {
  private value: Shown;
  private readonly listeners = new Set<() => void>();
  private readonly pace: Paced;

  constructor(value: Shown, timers: Timers) {
    this.value = value;
    this.pace = new Paced(timers, FRAME, () => [...this.listeners].forEach(listener => listener()));
  }

  get shown(): Shown {
    return this.value;
  }

  set(change: Partial<Shown>): void {
    const next = { ...this.value, ...change };
    if ((Object.keys(next) as (keyof Shown)[]).some(key => next[key] !== this.value[key])) {
      this.value = next;
      this.pace.ask();
    }
  }

  setState(change: Partial<SessionState>): void {
    const { state } = this.value;
    const next = { ...state, ...change };
    if ((Object.keys(next) as (keyof SessionState)[]).some(key => next[key] !== state[key])) {
      this.set({ state: next });
    }
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  dispose(): void {
    this.listeners.clear();
    this.pace.dispose();
  }
}
