import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import { expect, type Locator } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

const EXAMPLE = path.resolve(__dirname, '..', 'examples', 'breast-cancer');

/** An open pipeline, as a user meets it. */
export class WeftPage {
  constructor(
    readonly page: IJupyterLabPageFixture,
    readonly folder: string
  ) {}

  /** Copies the example into the test's own folder. */
  async uploadExample(): Promise<void> {
    for (const file of ['breast-cancer.ipynb', 'weft.pools.yaml']) {
      await this.page.contents.uploadFile(path.join(EXAMPLE, file), `${this.folder}/${file}`);
    }
    await this.upload('breast-cancer.weft', readFileSync(path.join(EXAMPLE, 'breast-cancer.weft'), 'utf8'));
  }

  /**
   * Writes a file; a pipeline gets an id of its own, as those of other tests are in rooms of the same hub.
   * @returns the text of the file
   */
  async upload(name: string, text: string): Promise<string> {
    const own = withOwnId(text);
    await this.page.contents.uploadContent(own, 'text', `${this.folder}/${name}`);
    return own;
  }

  /** Opens a file and waits for its canvas. */
  async open(name: string): Promise<void> {
    await this.command('docmanager:open', { path: `${this.folder}/${name}` });
    await this.canvas.waitFor();
  }

  /** Opens a notebook and puts the pipeline beside it, so that both are seen. */
  async besideNotebook(pipeline: string, notebook: string): Promise<void> {
    await this.page.notebook.openByPath(`${this.folder}/${notebook}`);
    await this.open(pipeline);
    await this.page.evaluate(() => {
      const { shell } = window.jupyterapp;
      const all = [...shell.widgets('main')];
      const weft = all.find(widget => widget.context?.path.endsWith('.weft'));
      const other = all.find(widget => widget.context?.path.endsWith('.ipynb'));
      if (weft && other) {
        shell.add(weft, 'main', { ref: other.id, mode: 'split-right' });
        shell.activateById(other.id);
      }
    });
    await expect(this.page.locator('.jp-Notebook .jp-Cell').first()).toBeVisible();
    await expect(this.canvas).toBeVisible();
  }

  /** Closes every document without saving, so that the next one is alone on the page. */
  async closeAll(): Promise<void> {
    await this.page.evaluate(() => {
      [...window.jupyterapp.shell.widgets('main')]
        .filter(widget => widget.context)
        .forEach(widget => widget.dispose());
    });
    await expect(this.page.locator('.jp-WeftEditor')).toHaveCount(0);
  }

  get canvas(): Locator {
    return this.page.locator('.jp-WeftEditor .react-flow');
  }

  get nodes(): Locator {
    return this.page.locator('[data-weft-node]');
  }

  get edges(): Locator {
    return this.page.locator('[data-weft-edge]');
  }

  node(id: string): Locator {
    return this.page.locator(`[data-weft-node="${id}"]`);
  }

  edge(id: string): Locator {
    return this.page.locator(`[data-weft-edge="${id}"]`);
  }

  /** A port of a node: `in:df` or `out:model`. */
  port(node: string, port: string): Locator {
    return this.node(node).locator(`[data-weft-port="${port}"]`);
  }

  /** Shows the inspector, problems and run panels. */
  async showInspector(): Promise<void> {
    await this.page.evaluate(() => window.jupyterapp.shell.activateById('jp-weft-right'));
    await expect(this.page.locator('#jp-weft-right')).toBeVisible();
  }

  /** Selects nodes as the outline does, wherever they are drawn. */
  async select(...nodes: string[]): Promise<void> {
    await this.page.evaluate(nodes => {
      const all = [...window.jupyterapp.shell.widgets('main')];
      const weft = all.find(widget => widget.isVisible && widget.context?.path.endsWith('.weft'));
      weft?.content.editor.select({ nodes });
    }, nodes);
  }

  /** Runs a command as the palette does. */
  async command(id: string, args: object = {}): Promise<void> {
    await this.page.evaluate(
      async ([id, args]) => {
        await window.jupyterapp.commands.execute(id, args);
      },
      [id, args] as const
    );
  }

  /** Runs a command that asks something, and answers its dialog. */
  async commandAndAnswer(id: string, text?: string): Promise<void> {
    await this.page.evaluate(id => void window.jupyterapp.commands.execute(id), id);
    if (text !== undefined) {
      await this.page.locator('.jp-Dialog input').fill(text);
    }
    await this.page.locator('.jp-Dialog .jp-mod-accept').click();
    await expect(this.page.locator('.jp-Dialog')).toHaveCount(0);
  }

  /** The drawn pipeline as the document holds it. */
  async document(): Promise<{
    nodes: Record<string, Record<string, unknown>>;
    layout: Record<string, [number, number]>;
    parameters: Record<string, unknown>;
    name: string;
  }> {
    return JSON.parse(await this.documentText());
  }

  /** The text that saving would write. */
  async documentText(): Promise<string> {
    return this.page.evaluate(() => {
      const all = [...window.jupyterapp.shell.widgets('main')];
      const weft = all.find(widget => widget.isVisible && widget.context?.path.endsWith('.weft'));
      return weft?.context.model.toString() ?? 'null';
    });
  }

  /** Ids of the edges as the flow has them, drawn or scrolled out of sight. */
  async edgeIds(): Promise<string[]> {
    return this.page.evaluate(() => {
      const all = [...window.jupyterapp.shell.widgets('main')];
      const weft = all.find(widget => widget.isVisible && widget.context?.path.endsWith('.weft'));
      return (weft?.content.editor.view.flow.edges ?? []).map(edge => edge.id).sort();
    });
  }

  /** The text of a file on the server. */
  async fileText(name: string): Promise<string> {
    const model = await this.page.evaluate(async file => {
      const response = await fetch(`/api/contents/${file}?content=1&type=file&format=text`);
      return response.ok ? ((await response.json()) as { content: string }) : null;
    }, `${this.folder}/${name}`);
    return model?.content ?? '';
  }

  /** Drags from the middle of one thing to the middle of another, as a hand does. */
  async drag(
    from: Locator | { x: number; y: number },
    to: Locator | { x: number; y: number }
  ): Promise<void> {
    const { mouse } = this.page;
    const start = 'x' in from ? from : await middle(from);
    const end = 'x' in to ? to : await middle(to);
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(start.x + 12, start.y + 8, { steps: 4 });
    await mouse.move(end.x, end.y, { steps: 12 });
    await mouse.up();
  }
}

/** The text of a pipeline file with another id, by which hubs know it. */
export function withOwnId(text: string): string {
  const id = randomUUID().replaceAll('-', '').slice(0, 22);
  return text.replace(/(^ {2}"id": "|^\{ ?"weft": ?1, ?"id": ?")[^"]*/m, `$1${id}`);
}

/** The middle of something on the screen. */
export async function middle(thing: Locator): Promise<{ x: number; y: number }> {
  const box = await thing.boundingBox();
  if (!box) {
    throw new Error('it is not on the screen');
  }
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
