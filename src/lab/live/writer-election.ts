/** A client in a room, and where its copy of the file lies. */
export interface Candidate {
  client: number;
  place?: string;
}

/**
 * True when this client is to write the file: the one with the smallest number of those at the same place. Everybody
 * sees the same peers, a moment apart; whoever writes looks first whether somebody else just did.
 */
export const isElected = (own: Required<Candidate>, others: readonly Candidate[]): boolean =>
  others.every(({ client, place }) => place !== own.place || client > own.client);
