import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { type KernelFacts, probeExpression, type ProbeRequest, readKernelFacts } from '../runtime';

/** How long a kernel has to be idle before it is asked, in milliseconds. */
const PAUSE = 250;
const GONE: readonly Kernel.Status[] = ['restarting', 'autorestarting', 'terminating', 'dead'];

/** What a watch is about. */
export interface WatchOptions {
  session: ISessionContext;
  /** What to ask now. */
  request: () => ProbeRequest;
  /** Called with the answer, and the cells that ran, in order; with null when there is no kernel to ask any more. */
  tell: (facts: KernelFacts | null, ran: readonly string[]) => void;
}

/**
 * Asks the kernel of a notebook about names whenever something ran in it: silently, between two executions, never
 * while it is busy. What it is asked leaves nothing behind there.
 */
export class KernelWatch implements IDisposable {
  constructor(private readonly _options: WatchOptions) {
    const { session } = _options;
    session.kernelChanged.connect(this._onKernel, this);
    session.statusChanged.connect(this._onStatus, this);
    session.iopubMessage.connect(this._onMessage, this);
    this._follow(session.session?.kernel ?? null);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      clearTimeout(this._timer);
      Signal.clearData(this);
      this._tell(null);
    }
  }

  /** Asks anew if there is something else to ask. */
  refresh(): void {
    this._later();
  }

  private _onKernel(_: ISessionContext, { newValue }: { newValue: Kernel.IKernelConnection | null }): void {
    this._follow(newValue);
  }

  private _follow(kernel: Kernel.IKernelConnection | null): void {
    this._kernel?.anyMessage.disconnect(this._onAny, this);
    this._kernel = kernel;
    kernel?.anyMessage.connect(this._onAny, this);
    this._begin();
    this._later();
  }

  /** A kernel that starts knows nothing. */
  private _begin(): void {
    this._ran = [];
    this._asked = '';
    this._tell(null);
  }

  private _onStatus(_: ISessionContext, status: Kernel.Status): void {
    if (GONE.includes(status)) {
      this._begin();
    } else if (status === 'idle') {
      this._later();
    }
  }

  /** Silent requests, ours among them, send no `execute_input`. */
  private _onMessage(_: ISessionContext, message: KernelMessage.IMessage): void {
    if (message.header.msg_type === 'execute_input') {
      this._asked = '';
    }
  }

  private _onAny(_: Kernel.IKernelConnection, { msg, direction }: Kernel.IAnyMessageArgs): void {
    const { cellId } = msg.metadata as { cellId?: unknown };
    if (direction === 'send' && msg.header.msg_type === 'execute_request' && typeof cellId === 'string') {
      this._ran = [...this._ran.filter(id => id !== cellId), cellId];
    }
  }

  private _later(): void {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => void this._ask(), PAUSE);
  }

  private async _ask(): Promise<void> {
    const kernel = this._kernel;
    const request = this._options.request();
    const asked = JSON.stringify(request);
    const isIdle = kernel?.status === 'idle' && kernel.connectionStatus === 'connected';
    if (!kernel || !isIdle || this._asking || asked === this._asked || request.names.length === 0) {
      return;
    }
    this._asking = true;
    this._asked = asked;
    try {
      const { language_info } = await kernel.info;
      const facts = language_info.name === 'python' ? await answer(kernel, request) : undefined;
      if (kernel === this._kernel && facts) {
        this._tell(facts);
      }
    } catch {
      // The kernel went away while it was asked: whatever comes next is asked anew.
      this._asked = '';
    } finally {
      this._asking = false;
    }
    if (this._asked !== asked) {
      this._later();
    }
  }

  private _tell(facts: KernelFacts | null): void {
    this._options.tell(facts, this._ran);
  }

  private _kernel: Kernel.IKernelConnection | null = null;
  private _ran: readonly string[] = [];
  /** The request that was answered last; empty when something ran since. */
  private _asked = '';
  private _asking = false;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _isDisposed = false;
}

async function answer(
  kernel: Kernel.IKernelConnection,
  request: ProbeRequest
): Promise<KernelFacts | undefined> {
  const reply = await kernel.requestExecute({
    code: '',
    silent: true,
    store_history: false,
    allow_stdin: false,
    stop_on_error: false,
    user_expressions: { weft: probeExpression(request) }
  }).done;
  return reply.content.status === 'ok' ? readKernelFacts(reply.content.user_expressions.weft) : undefined;
}
