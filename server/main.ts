import type { CommandName } from './command/commands';
import { backup, restore } from './command/copy-rooms';
import { logToStandardError as log } from './log';
import { type CommandLine, readCommandLine } from './command/options';
import { UsageError } from './command/usage-error';
import { printToken } from './command/print-token';
import { serve } from './command/serve';

const FAILED = 1;
const WRONG_USE = 2;

const RUN: Readonly<Record<CommandName, (line: CommandLine, env: NodeJS.ProcessEnv) => Promise<void>>> = {
  serve: (line, env) => serve(line, env, log),
  backup,
  restore,
  token: printToken
};

async function main(): Promise<void> {
  process.umask(0o077); // neither sockets nor storage nor backups are for other users of this machine
  const line = readCommandLine(process.argv.slice(2));
  if (typeof line === 'string') {
    process.stdout.write(line);
  } else {
    serving = line.command === 'serve';
    await RUN[line.command](line, process.env);
  }
  process.exit(0);
}

let serving = false;

function fail(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  if (serving && !(error instanceof UsageError)) {
    log('hub failed', { reason });
  } else {
    process.stderr.write(`weft: ${reason}\n`);
  }
  process.exit(error instanceof UsageError ? WRONG_USE : FAILED);
}

process.on('uncaughtException', fail);
main().catch(fail);
