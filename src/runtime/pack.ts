import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import type { PackedPort, PackedStep } from './packed-step';
import { stepSource } from './step-source';

/** Linux holds one argument of a command to 128 KiB with its final zero (MAX_ARG_STRLEN in execve(2)). */
export const MAX_ARGUMENT_BYTES = 131071;

/** Bytes in UTF-8, which takes three at most for each unit of UTF-16: what is short need not be written to know. */
export const argumentBytes = (text: string): number =>
  text.length * 3 <= MAX_ARGUMENT_BYTES ? text.length : new TextEncoder().encode(text).length;

/** A step whose code does not fit into one argument of a command. */
export class StepTooLargeError extends Error {
  readonly name = 'StepTooLargeError';

  constructor(
    readonly notebook: string,
    readonly bytes: number
  ) {
    super(
      `The code of a step of ${notebook} takes ${bytes} bytes when packed, and a command holds ` +
        `${MAX_ARGUMENT_BYTES}: move data out of its cells, or divide it into smaller steps.`
    );
  }
}

/**
 * `kfp.dsl.executor_main` makes the subprocess runner of the SDK accept the step, which needs no kfp otherwise.
 * The code is base64, so nobody who rewrites commands on the way (`python3`, `{{$…}}`, `$$`, `$(VAR)`) meets it.
 */
const SCRIPT =
  ': kfp.dsl.executor_main\n' +
  'exec python3 -c "import base64,sys,zlib;exec(zlib.decompress(base64.b64decode(sys.argv.pop(1))))" ' +
  '"$0" "$@"\n';

let packedRuntime: string | undefined;

/**
 * The command of a `cells` step: a shell line, the runtime and the step itself; its one argument is Kubeflow's
 * ExecutorInput. Pure, and equal bytes for equal steps, so that Kubeflow's cache recognises an unchanged step.
 * @throws StepTooLargeError when an element is longer than MAX_ARGUMENT_BYTES
 */
export function packStep(step: PackedStep): { command: string[]; args: string[] } {
  packedRuntime ??= deflate(stepSource());
  const packed = deflate(JSON.stringify(canonical(step)));
  if (packed.length > MAX_ARGUMENT_BYTES) {
    throw new StepTooLargeError(step.notebook, packed.length);
  }
  return { command: ['sh', '-ec', SCRIPT, packedRuntime, packed], args: ['{{$}}'] };
}

/** The step in a command that `packStep` made, by this or another version of the runtime; else undefined. */
export function unpackStep(command: readonly string[]): PackedStep | undefined {
  if (command.length !== 5 || command[2] !== SCRIPT) {
    return undefined;
  }
  const bytes = Uint8Array.from(atob(command[4]), char => char.charCodeAt(0));
  return JSON.parse(strFromU8(unzlibSync(bytes))) as PackedStep;
}

/** The fields that step.py and importers read, in one order, whatever the order in which they were given. */
function canonical({ notebook, prelude, cells, inputs, outputs, magics, whole }: PackedStep): PackedStep {
  return {
    notebook,
    prelude: prelude.map(({ cell, startLine, source, index }) => ({ cell, startLine, source, index })),
    cells: cells.map(({ id, index, source }) => ({ id, index, source })),
    inputs: sortedPorts(inputs),
    outputs: sortedPorts(outputs),
    magics,
    ...(whole && { whole: { parameters: [...whole.parameters].sort() } })
  };
}

function sortedPorts(ports: Record<string, PackedPort>): Record<string, PackedPort> {
  const names = Object.keys(ports).sort();
  return Object.fromEntries(
    names.map(name => [name, { type: ports[name].type, artifact: ports[name].artifact }])
  );
}

/** zlib has no time stamp, unlike gzip: equal text gives equal bytes. */
export function deflate(text: string): string {
  const bytes = zlibSync(strToU8(text), { level: 9 });
  let binary = '';
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}
