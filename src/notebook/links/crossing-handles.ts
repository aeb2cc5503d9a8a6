import type { StepWarning } from '../step-facts';
import type { HandleKind } from '../values/value';
import { valueOf } from '../values/value-of';
import type { StepContext } from './step-context';

const WORDS: Readonly<Record<HandleKind, string>> = {
  file: 'an open file',
  temporary: 'a temporary place',
  connection: 'an open connection',
  session: 'a session or client',
  lock: 'bound to its process',
  thread: 'a thread or task',
  process: 'a process',
  generator: 'a generator',
  iterator: 'an iterator',
  view: 'a view of a dictionary',
  match: 'a match of an expression',
  loader: 'a loader',
  parser: 'a parser of the command line',
  device: 'an open device',
  module: 'a module'
};

/** Values that another step would have to hand on, and that cannot be stored. */
export function crossingHandles({ needs, cells }: StepContext): StepWarning[] {
  const numberOf = (cell: string) => `cell ${(cells.find(({ id }) => id === cell)?.index ?? 0) + 1}`;
  return needs.flatMap(({ name, from, made, soft, write, read }) => {
    const handle = made === undefined ? undefined : valueOf(made)?.handle;
    return handle && !soft && from && 'group' in from
      ? [
          {
            rule: 'handle-crosses-steps' as const,
            name,
            write,
            read,
            message:
              `"${name}", made by ${made} at line ${write.line} of ${numberOf(write.cell)}, is ${WORDS[handle]}, ` +
              `which cannot be stored for line ${read.line} of ${numberOf(read.cell)} in another step.`,
            fix: `Make "${name}" again in each step that uses it, or run ${numberOf(write.cell)} and ${numberOf(read.cell)} in one step.`
          }
        ]
      : [];
  });
}
