import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import type { PackedPort, PackedStep } from './packed-step';
import { remember } from './remember';
import { runtimeOf } from './runtime-parts';
import { isScript, script } from './script';

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
 * The command of a step that runs cells: a shell line, the runtime with those parts that the step needs, and the step
 * itself; its one argument is Kubeflow's ExecutorInput. Pure, and equal bytes for equal steps, so that Kubeflow's cache
 * recognises an unchanged step.
 * @throws StepTooLargeError when an element is longer than MAX_ARGUMENT_BYTES
 */
export function packStep(step: PackedStep): { command: string[]; args: string[] } {
  const packed = deflated(JSON.stringify(canonical(step)));
  if (packed.length > MAX_ARGUMENT_BYTES) {
    throw new StepTooLargeError(step.notebook, packed.length);
  }
  return {
    command: ['sh', '-ec', script(step.packages), runtimeOf(step), packed],
    args: ['{{$}}']
  };
}

/** The step in a command that `packStep` made, by this or another version of the runtime; else undefined. */
export function unpackStep(command: readonly string[]): PackedStep | undefined {
  if (command.length !== 5 || !isScript(command[2])) {
    return undefined;
  }
  const bytes = Uint8Array.from(atob(command[4]), char => char.charCodeAt(0));
  const step = JSON.parse(strFromU8(unzlibSync(bytes))) as PackedStep;
  return command[2] === script(step.packages) ? step : undefined;
}

/** The fields that step.py and importers read, in one order, whatever the order in which they were given. */
function canonical({
  notebook,
  prelude,
  cells,
  inputs,
  outputs,
  magics,
  packages = [],
  whole
}: PackedStep): PackedStep {
  return {
    notebook,
    prelude: prelude.map(({ cell, startLine, source, index, late }) => ({
      cell,
      startLine,
      source,
      index,
      ...(late && { late })
    })),
    cells: cells.map(({ id, index, source }) => ({ id, index, source })),
    inputs: sortedPorts(inputs),
    outputs: sortedPorts(outputs),
    magics,
    ...(packages.length > 0 && { packages: [...packages] }),
    ...(whole && { whole: { parameters: [...whole.parameters].sort() } })
  };
}

function sortedPorts(ports: Record<string, PackedPort>): Record<string, PackedPort> {
  const names = Object.keys(ports).sort();
  return Object.fromEntries(
    names.map(name => {
      const { type, artifact, file } = ports[name];
      return [name, { type, artifact, ...(file !== undefined && { file }) }];
    })
  );
}

/**
 * Compiling goes on while a notebook is edited, which changes one step of many: as much is kept as a megabyte of cells
 * takes.
 */
const deflated = remember(deflate, 16e6);

/** zlib has no time stamp, unlike gzip: equal text gives equal bytes. */
export function deflate(text: string): string {
  const bytes = zlibSync(strToU8(text), { level: 9 });
  let binary = '';
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}
