import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { SqliteRooms } from '../sqlite/rooms';
import { mergeUpdates } from './merge-updates';
import { type Message, pack, unpack } from './message';

/** What threads do: each task is a set of functions that the main thread calls. */
const TASKS = {
  sqlite: (folder: string, patience: number) => new SqliteRooms(folder, patience),
  merge: () => ({ merge: mergeUpdates })
};

export type Task = keyof typeof TASKS;

/** What a thread is told to do, when it is made. */
export interface Order {
  weftTask: Task;
  settings: unknown[];
}

/** What the main thread asks for. */
export interface Request {
  id: number;
  call: string;
  args: Message;
}

/** What it gets: a result, or the name and the message of an error. */
export type Answer = { id: number } & ({ result: Message } | { error: { name: string; message: string } });

/** This file, or that into which it was bundled: a thread runs the same. */
export const HERE = import.meta.url;

async function answer(target: object, { id, call, args }: Request): Promise<void> {
  try {
    const method = (target as Record<string, (...args: unknown[]) => unknown>)[call];
    const result = pack(await method.apply(target, unpack(args) as unknown[]));
    parentPort?.postMessage({ id, result } satisfies Answer, [result.bytes.buffer]);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ id, error: { name, message } } satisfies Answer);
  }
}

const order = isMainThread ? undefined : (workerData as Partial<Order> | null);
if (order?.weftTask) {
  const make = TASKS[order.weftTask] as (...settings: unknown[]) => object;
  const target = make(...(order.settings ?? []));
  parentPort?.on('message', (request: Request) => void answer(target, request));
  // Whatever follows in the bundle, such as the hub itself, is not for this thread.
  await new Promise(() => undefined);
}
