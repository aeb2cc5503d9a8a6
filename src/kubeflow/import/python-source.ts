/** The Python function that a component of Kubeflow's SDK runs. */
export interface PythonSource {
  function: string;
  /** The function as it was written, without decorators, with any helpers that the SDK puts before it. */
  source: string;
}

/** The program that runs the function, in all releases since 1.8 (`kfp.v2.components.executor_main` then). */
const RUNS = /kfp(?:\.v2)?\.(?:components|dsl)\.executor_main/;
const IMPORTS = /^(?:\s*(?:import kfp|from kfp(?:\.[\w.]+)? import [\w*, ]+|from typing import \*))+\n+/;
const DEFINITION = /^(?:async )?def (\w+)/gm;

/**
 * The function of a lightweight Python component, from the text that the SDK puts last into its command.
 * @returns undefined for any other command
 */
export function pythonSource(command: readonly unknown[]): PythonSource | undefined {
  const [script, text] = command.slice(-2);
  if (typeof script !== 'string' || typeof text !== 'string' || !RUNS.test(script) || !IMPORTS.test(text)) {
    return undefined;
  }
  const source = text.replace(IMPORTS, '').trimEnd();
  const name = [...source.matchAll(DEFINITION)].at(-1)?.[1];
  return name === undefined ? undefined : { function: name, source: `${source}\n` };
}
