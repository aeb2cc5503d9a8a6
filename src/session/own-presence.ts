import type { Awareness } from 'y-protocols/awareness';
import type { Presence } from '../wire';
import { fitPresence } from './fit-presence';
import { Paced, type Timers } from './timers';

/** How often others hear of this user at most, in milliseconds. */
const PACE = 50;
/** What the hub adds to a state of presence: who the user is; in bytes. */
const MARGIN = 1024;

/** What this client shows of itself to others, sent in its own time. */
export class OwnPresence {
  private state: Presence = {};
  private limit = MARGIN;
  private awareness: Awareness | null = null;
  private readonly pace: Paced;

  constructor(timers: Timers) {
    this.pace = new Paced(timers, PACE, () => this.send());
  }

  get shown(): Presence {
    return this.state;
  }

  show(part: Partial<Presence>): void {
    const parts = Object.entries({ ...this.state, ...part }).filter(([, value]) => value !== undefined);
    this.state = Object.fromEntries(parts);
    this.pace.ask();
  }

  /** @param bytes largest state that the hub takes */
  setLimit(bytes: number): void {
    this.limit = bytes - MARGIN;
  }

  /** Shows itself in a room from now on; in none until then, and after `null`. */
  enter(awareness: Awareness | null): void {
    this.awareness = awareness;
    this.send();
  }

  dispose(): void {
    this.pace.dispose();
  }

  private send(): void {
    this.awareness?.setLocalState(fitPresence(this.state, this.limit));
  }
}
