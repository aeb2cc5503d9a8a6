/** What the hub refused, in one sentence. */
export class HubError extends Error {
  override readonly name = 'HubError';

  constructor(
    message: string,
    readonly status: number
  ) {
    super(message);
  }
}
