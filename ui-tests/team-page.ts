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
