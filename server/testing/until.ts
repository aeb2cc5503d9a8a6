/** Waits for something that takes real time, such as a frame on a socket; fails loudly if it never comes. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`Waited in vain until ${what}.`);
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
