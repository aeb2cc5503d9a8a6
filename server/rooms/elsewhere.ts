import { GONE, type Presence } from './presence';

/** How long clients of another hub are shown that it does not repeat, in milliseconds: it may have ended. */
const PATIENCE = 45_000;

/** What clients of other hubs show in a room. */
export class Elsewhere {
  private readonly states = new Map<number, { presence: Presence; at: number }>();
  private news = new Map<number, Presence>();

  get shown(): Presence[] {
    return [...this.states.values()].map(({ presence }) => presence);
  }

  has(client: number): boolean {
    return this.states.has(client);
  }

  /** @returns whether anything is new */
  hear(states: readonly Presence[], now: number): boolean {
    for (const presence of states) {
      const known = this.states.get(presence.client)?.presence;
      if (presence.state === GONE) {
        this.states.delete(presence.client);
      } else {
        this.states.set(presence.client, { presence, at: now });
      }
      if (!known || presence.clock > known.clock || presence.state === GONE) {
        this.news.set(presence.client, presence);
      }
    }
    return this.news.size > 0;
  }

  /** Forgets who was not heard of for long. @returns whether there are any */
  expire(now: number): boolean {
    const gone = [...this.states.values()].filter(({ at }) => now - at > PATIENCE);
    return (
      gone.length > 0 &&
      this.hear(
        gone.map(({ presence }) => ({ ...presence, state: GONE })),
        now
      )
    );
  }

  takeNews(): Presence[] {
    const news = [...this.news.values()];
    this.news = new Map();
    return news;
  }
}
