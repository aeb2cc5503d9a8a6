/** An edit that cannot be done; nothing was changed. The message is one sentence for the user. */
export class PipelineEditError extends Error {
  override readonly name = 'PipelineEditError';

  constructor(
    message: string,
    readonly node?: string,
    readonly field?: readonly string[]
  ) {
    super(message);
  }
}
