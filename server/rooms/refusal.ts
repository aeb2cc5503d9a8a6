import type { CloseCode } from '../../src/wire';

/** Why a client is sent away; the message is one sentence for its user. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: CloseCode,
    message: string
  ) {
    super(message);
  }
}
