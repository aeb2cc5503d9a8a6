import program from '../../src/runtime/local.py?raw';

/** The Python program that runs a compiled pipeline on this machine; see its first lines for how it is called. */
export const LOCAL_RUNNER = program;

/** What stands before each event that a kernel prints; other lines are not for us. */
export const EVENT_PREFIX = 'weft-event: ';

/**
 * Code for a Python kernel: runs a compiled pipeline there, and prints each RunEvent as a line of JSON after
 * EVENT_PREFIX. Nothing stays on disk. An interrupt of the kernel ends the run and its processes.
 * @param spec the compiled YAML
 * @param nodes the node behind each task, by task name
 * @param parameters values of pipeline parameters, where they differ from the defaults
 */
export function localProgram(
  spec: string,
  nodes: Record<string, string>,
  parameters: Record<string, unknown> = {}
): string {
  const call = asPython(JSON.stringify([spec, parameters, nodes]));
  return [
    'import json as _json',
    "_weft = {'__name__': 'weft_local'}",
    `exec(${asPython(program)}, _weft)`,
    `_weft['run_in_kernel'](*_json.loads(${call}))`
  ].join('\n');
}

/** A Python literal of a text: JSON's, with what lies outside of 16 bits written as Python writes it. */
export function asPython(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u{10ffff}]/gu,
    char => `\\U${(char.codePointAt(0) as number).toString(16).padStart(8, '0')}`
  );
}
