import { PathExt, URLExt } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { ServerConnection, type Session } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { UUID } from '@lumino/coreutils';
import type { OpenEditor } from '../actions';
import { judge } from '../checks';
import { taskNodes, writeSpec } from '../kubeflow';
import { isCode } from '../pipeline';
import {
  applyEvent,
  cancelRun,
  localPlan,
  parseEvent,
  pruneFlow,
  type Run,
  type RunEvent,
  startRun
} from '../runs';
import { EVENT_PREFIX, localProgram } from '../runtime';
import { kernelFor } from './kernel-name';
import type { WeftModel } from './model';
import type { EditorServices } from './services';

type RunEnded = Extract<RunEvent, { event: 'run-ended' }>;

/** What a run needs to know of a notebook. */
export interface RunNotebooks {
  /** Name of the kernel that a notebook asks for. */
  kernelName(path: string): string | undefined;
}

const runs = new WeakMap<DocumentRegistry.IContext<WeftModel>, KernelRun>();

/** The run of a file: its views draw the same one. */
export function runOf(context: DocumentRegistry.IContext<WeftModel>, services: EditorServices): KernelRun {
  const run = runs.get(context) ?? new KernelRun(context, services);
  runs.set(context, run);
  return run;
}

/** Runs the compiled pipeline in a fresh kernel, and draws its progress; the kernel ends with the run. */
export class KernelRun implements IDisposable {
  constructor(
    private readonly _context: DocumentRegistry.IContext<WeftModel>,
    private readonly _services: EditorServices
  ) {}

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Draws the run, present and to come, in one more view. */
  join(editor: OpenEditor): void {
    this._views.add(editor);
    editor.setRun(this._run);
  }

  /** A view was closed; with the last one the run ends. */
  leave(editor: OpenEditor): void {
    this._views.delete(editor);
    if (this._views.size === 0) {
      runs.delete(this._context);
      this.dispose();
    }
  }

  /**
   * Resolves when the run ended, whatever became of it.
   * @param until id of the last node to run; all nodes when absent
   */
  async start(editor: OpenEditor, notebooks: RunNotebooks | null, until?: string): Promise<void> {
    const { trans } = this._services;
    const { flow, catalog, kernels: live } = editor.view;
    if (this._active) {
      editor.host.notify(trans.__('A run is going on; cancel it first.'), 'warning');
      return;
    }
    const plan = localPlan(flow, until);
    if (plan.run.length === 0) {
      editor.host.notify(
        trans.__('No node of this pipeline can run here: containers need a container engine.'),
        'warning'
      );
      return;
    }
    const { compiled, problems } = judge(pruneFlow(flow, plan.run), catalog, 'local', live);
    const error = problems.find(({ severity }) => severity === 'error');
    if (error) {
      editor.host.notify(error.message, 'error');
      return;
    }
    const kernels = plan.run.flatMap(id => {
      const node = flow.nodes.get(id)?.node;
      return (node && isCode(node) && notebooks?.kernelName(node.notebook)) || [];
    });
    this._active = true;
    this._cancelled = false;
    this._set(startRun(UUID.uuid4(), flow.pipeline.name, Date.now(), plan));
    try {
      await this._execute(editor, localProgram(writeSpec(compiled), taskNodes(compiled)), kernels);
    } catch (error) {
      editor.host.notify(trans.__('The run stopped: %1', (error as Error).message), 'error');
    } finally {
      await this._shutDown();
      this._active = false;
      this._finish();
    }
  }

  /** Interrupts the kernel, so that the steps end their processes; it is shut down when they did. */
  cancel(): void {
    this._cancelled = true;
    void this._session?.kernel?.interrupt();
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      void this._shutDown();
    }
  }

  private async _execute(editor: OpenEditor, code: string, asked: readonly string[]): Promise<void> {
    const { serviceManager } = this._services.app;
    await serviceManager.kernelspecs.ready;
    const kernel = this._kernel(editor, asked);
    this._session = await serviceManager.sessions.startNew({
      name: PathExt.basename(this._context.path),
      path: PathExt.join(PathExt.dirname(this._context.path), `.weft-run-${UUID.uuid4()}`),
      type: 'console',
      kernel: { name: kernel }
    });
    window.addEventListener('pagehide', this._onLeave);
    if (this._cancelled || this._isDisposed) {
      return;
    }
    const future = this._session.kernel?.requestExecute({ code, silent: true, store_history: false });
    if (!future) {
      throw new Error(this._services.trans.__('the kernel did not start.'));
    }
    let rest = '';
    future.onIOPub = message => {
      if (message.header.msg_type === 'stream') {
        const lines = (rest + (message.content as { text: string }).text).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(line => this._onLine(editor, line));
      } else if (message.header.msg_type === 'error') {
        const { ename, evalue } = message.content as { ename: string; evalue: string };
        this._error = ename === 'KeyboardInterrupt' ? null : `${ename}: ${evalue}`;
      }
    };
    await future.done;
    if (this._error) {
      const message = this._error;
      this._error = null;
      throw new Error(message);
    }
  }

  /** The kernel that the notebooks name; says so when it has to be another. */
  private _kernel(editor: OpenEditor, asked: readonly string[]): string {
    const { specs } = this._services.app.serviceManager.kernelspecs;
    const installed = Object.keys(specs?.kernelspecs ?? {});
    const { name, passedOver } = kernelFor(asked, installed, specs?.default ?? 'python3');
    if (passedOver.length > 0) {
      const { trans } = this._services;
      editor.host.notify(
        trans.__('The run uses the kernel %1; notebooks name %2 too.', name, passedOver.join(', ')),
        'info'
      );
    }
    return name;
  }

  private _onLine(editor: OpenEditor, line: string): void {
    const event = line.startsWith(EVENT_PREFIX) ? parseEvent(line.slice(EVENT_PREFIX.length)) : undefined;
    if (event && this._run) {
      const told = event.event === 'run-ended' ? this._inWords(editor, this._run, event) : event;
      this._set(applyEvent(this._run, told));
      if (told.event === 'run-ended' && told.message) {
        editor.host.notify(told.message, told.state === 'succeeded' ? 'success' : 'error');
      }
    }
  }

  /** The runner knows nodes by their ids, users by their titles. */
  private _inWords(editor: OpenEditor, run: Run, event: RunEnded): RunEnded {
    const failed = [...run.steps.values()].find(step => step.state === 'failed');
    const title = failed && editor.view.flow.nodes.get(failed.node)?.title;
    return failed?.message && title && event.state === 'failed'
      ? { ...event, message: this._services.trans.__('“%1” failed: %2', title, failed.message) }
      : event;
  }

  private _finish(): void {
    if (this._run && (this._run.state === 'running' || this._run.state === 'waiting' || this._cancelled)) {
      this._set(cancelRun(this._run, Date.now()));
    }
  }

  private _set(run: Run): void {
    this._run = run;
    this._views.forEach(view => view.setRun(run));
  }

  /** Ends the kernel of a page that goes away: nobody would be there to see or to cancel the run. */
  private readonly _onLeave = (): void => {
    const { serverSettings } = this._services.app.serviceManager;
    const url = URLExt.join(
      serverSettings.baseUrl,
      'api/sessions',
      encodeURIComponent(this._session?.id ?? '')
    );
    void ServerConnection.makeRequest(url, { method: 'DELETE', keepalive: true }, serverSettings);
  };

  private async _shutDown(): Promise<void> {
    window.removeEventListener('pagehide', this._onLeave);
    const session = this._session;
    this._session = null;
    await session?.shutdown().catch(() => undefined);
    session?.dispose();
  }

  private readonly _views = new Set<OpenEditor>();
  private _session: Session.ISessionConnection | null = null;
  private _run: Run | null = null;
  private _error: string | null = null;
  /** From the press of Run until its kernel is gone. */
  private _active = false;
  private _cancelled = false;
  private _isDisposed = false;
}
