import { Worker } from 'node:worker_threads';
import { EpochError, StoreError } from '../store';
import { pack, unpack } from './message';
import { type Answer, HERE, type Order, type Request, type Task } from './tasks';

interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: StoreError) => void;
}

/** How long a thread waits for more to do before it ends, in milliseconds: to begin one holds up what else is done. */
const IDLE = 60_000;

/** Sources are run as they are: Node takes the types away, and is told where imports without an ending lead. */
const FROM_SOURCES = `
  require('node:module').registerHooks({
    resolve(name, context, next) {
      const isOurs = name.startsWith('.') && context.parentURL.endsWith('.ts');
      const found = next(isOurs ? name + '.ts' : name, context);
      return found.url.endsWith('.ts') ? { ...found, format: 'module-typescript' } : found;
    }
  });
  import(${JSON.stringify(HERE)});`;

/**
 * A task in a thread of its own. The thread begins with the first call, works on calls in their order, and begins anew
 * with the next call after it crashed. It keeps the process running only while something is asked of it.
 */
export class Thread {
  private worker: Worker | null = null;
  private readonly pending = new Map<number, Pending>();
  private calls = 0;
  private idle: NodeJS.Timeout | undefined;

  /** `lasting`: the thread stays when it has nothing to do. */
  constructor(
    private readonly task: Task,
    private readonly settings: unknown[],
    private readonly lasting: boolean
  ) {}

  /** @throws StoreError with what the task threw, or when the thread crashed */
  call(call: string, args: readonly unknown[]): Promise<unknown> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.begin());
    worker.ref();
    return new Promise((resolve, reject) => {
      const message = pack(args);
      const request: Request = { id: this.calls++, call, args: message };
      this.pending.set(request.id, { resolve, reject });
      worker.postMessage(request, [message.bytes.buffer]);
    });
  }

  async end(): Promise<void> {
    clearTimeout(this.idle);
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private begin(): Worker {
    const workerData: Order = { weftTask: this.task, settings: this.settings };
    const worker = HERE.endsWith('.ts')
      ? new Worker(FROM_SOURCES, { eval: true, workerData })
      : new Worker(new URL(HERE), { workerData });
    worker.on('message', (answer: Answer) => this.settle(answer));
    worker.on('error', error => this.crashed(worker, error.message));
    worker.on('exit', () => this.crashed(worker, 'it ended'));
    return worker;
  }

  private settle(answer: Answer): void {
    const pending = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    if ('result' in answer) {
      pending?.resolve(unpack(answer.result));
    } else {
      const { name, message } = answer.error;
      pending?.reject(new (name === 'EpochError' ? EpochError : StoreError)(message));
    }
    if (this.pending.size === 0) {
      this.worker?.unref();
      this.idle = this.lasting ? undefined : setTimeout(() => void this.end(), IDLE).unref();
    }
  }

  private crashed(worker: Worker, reason: string): void {
    if (this.worker === worker) {
      this.worker = null;
      const pending = [...this.pending.values()];
      this.pending.clear();
      pending.forEach(({ reject }) => reject(new StoreError(`A thread of the storage failed: ${reason}.`)));
    }
  }
}
