/** A command line that is wrong; the message says in one sentence how it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
