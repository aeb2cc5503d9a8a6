import { explain, reasonOf, UserError } from './failure';

/**
 * Lets what nothing else caught end the process with one sentence and this status. A reader that has seen enough
 * (`| head -1`) is no fault: the command goes on, and its status still tells what it found.
 */
export function installLastResort(status: number): void {
  const end = (error: unknown) => {
    process.stderr.write(`weft: ${explain(error)}\n`);
    process.exit(status);
  };
  process.on('uncaughtException', end);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') {
        end(new UserError(`the output cannot be written: ${reasonOf(error)}.`));
      }
    });
  }
}
