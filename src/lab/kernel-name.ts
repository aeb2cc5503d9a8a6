/** The name of the kernel in the metadata of a notebook; undefined when there is none. */
export function kernelOf(metadata: unknown): string | undefined {
  const { kernelspec } = (metadata ?? {}) as { kernelspec?: { name?: unknown } };
  const name = kernelspec?.name;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/**
 * The kernel to run notebooks in: the one that all of them name, when it is installed, else the default one.
 * @param asked the kernels that notebooks name
 * @param installed names of the kernels there are
 */
export function kernelFor(
  asked: readonly string[],
  installed: readonly string[],
  fallback: string
): { name: string; passedOver: readonly string[] } {
  const named = [...new Set(asked)];
  const name = named.length === 1 && installed.includes(named[0]) ? named[0] : fallback;
  return { name, passedOver: named.filter(other => other !== name) };
}
