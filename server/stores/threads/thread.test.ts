import { expect, it } from 'vitest';
import { edit } from '../../testing/raw-client';
import { StoreError } from '../store';
import { Thread } from './thread';

it('says that its thread failed, and begins anew with the next call', async () => {
  const thread = new Thread('merge', [], false);
  await expect(thread.call('merge', [[new Uint8Array([255])]])).rejects.toThrow(StoreError);
  // ended before it is asked, or it might have answered already
  (thread as unknown as { worker: { terminate(): void } }).worker.terminate();
  const running = thread.call('merge', [[edit('a'), edit('b')]]);
  await expect(running).rejects.toThrow(/A thread of the storage failed/);
  expect(await thread.call('merge', [[edit('a')]])).toBeInstanceOf(Uint8Array);
  await thread.end();
});
