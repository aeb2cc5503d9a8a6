import { vi } from 'vitest';

/** How long real sockets, files and processes may take on a busy machine, in milliseconds. */
const PATIENCE = 20_000;

vi.setConfig({ testTimeout: 2 * PATIENCE });

/** Waits for something that takes real time, such as a frame on a socket; fails loudly if it never comes. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`Waited in vain until ${what}.`);
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
