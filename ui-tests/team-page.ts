import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import { expect, type Locator } from '@playwright/test';
import type { JupyterServer } from './servers';
import { WeftPage } from './weft';

/** JupyterLab as one of several people sees it. */
export class TeamPage extends WeftPage {
  constructor(
    page: IJupyterLabPageFixture,
    folder: string,
    readonly server: JupyterServer,
    readonly user: string
  ) {
    super(page, folder);
  }

  /** Opens a pipeline, and waits until edits are shared. */
  async openLive(name: string, state = 'Saved'): Promise<void> {
    await this.command('docmanager:open', { path: name });
    await this.canvas.waitFor();
    await expect(this.saveState).toHaveText(state);
  }

  /** Runs a command that opens a dialog, without waiting for its end. */
  async ask(id: string): Promise<void> {
    await this.page.evaluate(id => void window.jupyterapp.commands.execute(id), id);
    await this.dialog.waitFor();
  }

  /** Writes a setting of a node, as its inspector does. */
  async set(node: string, field: string, value: unknown): Promise<void> {
    await this.page.evaluate(
      ([path, value]) => {
        const all = [...window.jupyterapp.shell.widgets('main')];
        const weft = all.find(widget => widget.isVisible && widget.context?.path.endsWith('.weft'));
        weft?.content.editor.doc.write(path, value);
      },
      [['nodes', node, field], value] as const
    );
  }

  /** Closes what is in front, as a click on its tab does. */
  async close(): Promise<void> {
    await this.page.locator('.lm-TabBar-tab.jp-mod-current .lm-TabBar-tabCloseIcon').last().click();
  }

  get saveState(): Locator {
    return this.page.locator('.jp-Toolbar .jp-WeftSaveState');
  }

  get dialog(): Locator {
    return this.page.locator('.jp-Dialog');
  }

  /** The dialog's button of that name. */
  answer(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }
}
