import { PathExt, URLExt } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { ServerConnection, type Session } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { UUID } from '@lumino/coreutils';
import type { OpenEditor } from '../actions';
import { compile, taskNodes, writeSpec } from '../kubeflow';
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
import type { WeftModel } from './model';
import type { EditorServices } from './services';

type RunEnded = Extract<RunEvent, { event: 'run-ended' }>;

/** Runs the compiled pipeline in a fresh kernel, and draws its progress; the kernel ends with the run. */
export class KernelRun implements IDisposable {
  constructor(
    private readonly _context: DocumentRegistry.IContext<WeftModel>,
    private readonly _services: EditorServices
  ) {}

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Resolves when the run ended, whatever became of it. */
  async start(editor: OpenEditor, until?: string): Promise<void> {
    const { trans } = this._services;
    const { flow, catalog } = editor.view;
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
    const compiled = compile(pruneFlow(flow, plan.run), catalog, 'local');
    const lost = compiled.report.find(entry => entry.outcome === 'lost');
    if (lost) {
      editor.host.notify(
        lost.message ?? trans.__('%1 of %2 cannot be compiled.', lost.field, lost.node),
        'error'
      );
      return;
    }
    this._active = true;
    this._cancelled = false;
    this._set(editor, startRun(UUID.uuid4(), flow.pipeline.name, Date.now(), plan));
    try {
      await this._execute(editor, localProgram(writeSpec(compiled), taskNodes(compiled)));
    } catch (error) {
      editor.host.notify(trans.__('The run stopped: %1', (error as Error).message), 'error');
    } finally {
      await this._shutDown();
      this._active = false;
      this._finish(editor);
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

  private async _execute(editor: OpenEditor, code: string): Promise<void> {
    const { serviceManager } = this._services.app;
    await serviceManager.kernelspecs.ready;
    this._session = await serviceManager.sessions.startNew({
      name: PathExt.basename(this._context.path),
      path: PathExt.join(PathExt.dirname(this._context.path), `.weft-run-${UUID.uuid4()}`),
      type: 'console',
      kernel: { name: serviceManager.kernelspecs.specs?.default ?? 'python3' }
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

  private _onLine(editor: OpenEditor, line: string): void {
    const event = line.startsWith(EVENT_PREFIX) ? parseEvent(line.slice(EVENT_PREFIX.length)) : undefined;
    if (event && this._run) {
      const told = event.event === 'run-ended' ? this._inWords(editor, this._run, event) : event;
      this._set(editor, applyEvent(this._run, told));
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

  private _finish(editor: OpenEditor): void {
    if (this._run && (this._run.state === 'running' || this._run.state === 'waiting' || this._cancelled)) {
      this._set(editor, cancelRun(this._run, Date.now()));
    }
  }

  private _set(editor: OpenEditor, run: Run): void {
    this._run = run;
    if (!this._isDisposed) {
      editor.setRun(run);
    }
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

  private _session: Session.ISessionConnection | null = null;
  private _run: Run | null = null;
  private _error: string | null = null;
  /** From the press of Run until its kernel is gone. */
  private _active = false;
  private _cancelled = false;
  private _isDisposed = false;
}
