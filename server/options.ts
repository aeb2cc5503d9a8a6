import { parseArgs } from 'node:util';
import type { Address } from './hub';

/** What the command line of the hub says. */
export interface Options {
  address: Address;
  base: string;
  data: string;
}

/** A command line that is wrong; the message says how it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const USAGE = 'usage: hub (--socket PATH | --port N) [--base /weft/] --data DIR';

/** Reads the command line. @throws UsageError */
export function readOptions(args: readonly string[]): Options {
  const { socket, port, base, data } = parse(args);
  if (data === undefined || (socket === undefined) === (port === undefined)) {
    throw new UsageError(USAGE);
  }
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65536)) {
    throw new UsageError(`--port is a number up to 65535, not ${port}; ${USAGE}`);
  }
  return {
    address: socket === undefined ? { port: Number(port) } : { socket },
    base: `/${base}/`.replace(/\/{2,}/g, '/'),
    data
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { socket: text, port: text, base: { ...text, default: '/weft/' }, data: text }
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}; ${USAGE}`);
  }
}
