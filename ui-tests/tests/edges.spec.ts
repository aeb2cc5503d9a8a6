import AxeBuilder from '@axe-core/playwright';
import { notebookText } from '../notebook';
import { expect, test } from '../test';
import type { WeftPage } from '../weft';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const NOTEBOOK = notebookText(
  [
    ['params', 'rows = 5\nrate = 0.5'],
    ['load', 'import pandas as pd\ndf = pd.DataFrame({"a": range(rows)})'],
    ['grow', 'df["b"] = df["a"] * rate'],
    ['lines', 'lines = [str(i) for i in df["a"]]'],
    ['show', 'total = df["b"].sum()\nfor line in lines:\n    print(line, total)\ntotal']
  ],
  { params: { tags: ['parameters'] } }
);
const step = (title: string, ids: string[]) => ({
  kind: 'cells',
  title,
  notebook: 'shop.ipynb',
  cells: ids.map(id => ({ id, hash: '' }))
});
const PIPELINE = JSON.stringify({
  weft: 1,
  id: 'edges00000000000000000',
  name: 'shop',
  nodes: {
    load: step('Load', ['params', 'load']),
    grow: step('Grow', ['grow']),
    lines: step('Lines', ['lines']),
    show: step('Show', ['show'])
  },
  layout: { load: [0, 0], grow: [300, 0], lines: [300, 220], show: [620, 40] }
});

test.beforeEach(async ({ weft }) => {
  await weft.upload('shop.ipynb', NOTEBOOK);
  await weft.upload('shop.weft', PIPELINE);
  await weft.besideNotebook('shop.weft', 'shop.ipynb');
  await weft.showInspector();
  await weft.command('weft:fit');
  await expect.poll(() => weft.edgeIds()).toContain('grow:df->show:df');
});

test('edges of cells, and what a user decides about them', async ({ weft, page }) => {
  const inspector = page.locator('.jp-WeftInspector');
  const edge = inspector.locator('.jp-WeftEdge');
  const inputs = async (node: string) => (await weft.document()).nodes[node].inputs;

  await test.step('an edge says what it carries, and why', async () => {
    await selectEdge(weft, 'grow:df->show:df');
    await expect(edge.locator('h2')).toHaveText('df@2');
    await expect(edge).toContainText('Data (line): a value that the code passes on.');
    await expect(edge).toContainText('By the code');
    await expect(edge.locator('.jp-WeftCodeLine')).toHaveText([
      'Written in cell 3, line 1df["b"] = df["a"] * rate',
      'Read in cell 5, line 1total = df["b"].sum()'
    ]);
    await selectEdge(weft, 'load:df->grow:df');
    await expect(edge.locator('h2')).toHaveText('df@1');
    await expect(edge).toContainText('Update (long dashes)');
    await expect(edge).toContainText('DataFrame');
    await expect(weft.edge('load:df->grow:df')).toHaveClass(/jp-type-update/);
  });

  await test.step('both lines open the notebook where they are', async () => {
    await selectEdge(weft, 'lines:lines->show:lines');
    const cell = (index: number) => page.locator('.jp-Notebook .jp-Cell').nth(index);
    await edge.getByRole('button', { name: /^Read in cell 5, line 2/ }).click();
    await expect(cell(4)).toHaveClass(/jp-mod-active/);
    await expect.poll(() => cursorLine(page)).toBe(1);
    await edge.getByRole('button', { name: /^Written in cell 4, line 1/ }).click();
    await expect(cell(3)).toHaveClass(/jp-mod-active/);
    await expect.poll(() => cursorLine(page)).toBe(0);
  });

  await test.step('an edge is pinned, given back to the code, removed and restored', async () => {
    await selectEdge(weft, 'lines:lines->show:lines');
    await inspector.getByRole('button', { name: 'Pin Source' }).click();
    await expect(edge).toContainText('By a user, pinned');
    expect(await inputs('show')).toEqual({
      lines: { from: { node: 'lines', output: 'lines' }, pinned: true }
    });
    await expect(edge.locator('.jp-WeftCodeLine')).toHaveCount(2);
    await inspector.getByRole('button', { name: 'Follow the Code Again' }).click();
    await expect(edge).toContainText('By the code');
    await inspector.getByRole('button', { name: /^Remove/ }).click();
    await expect.poll(() => weft.edgeIds()).not.toContain('lines:lines->show:lines');
    expect(await inputs('show')).toEqual({ lines: { removed: true } });
    await weft.select('show');
    await weft.command('weft:follow-code');
    await expect.poll(() => weft.edgeIds()).toContain('lines:lines->show:lines');
    expect(await inputs('show')).toBeUndefined();
    await weft.command('weft:undo');
    expect(await inputs('show')).toEqual({ lines: { removed: true } });
    await weft.command('weft:redo');
  });

  await test.step('the menu of an edge decides too', async () => {
    await page.locator('.jp-WeftWire-label', { hasText: 'lines' }).click({ button: 'right' });
    await page.locator('.lm-Menu-itemLabel', { hasText: 'Pin Source' }).click();
    await expect(edge).toContainText('By a user, pinned');
    await weft.command('weft:undo');
    await expect(edge).toContainText('By the code');
  });

  await test.step('an input is added that the code does not show', async () => {
    await weft.select('show');
    await inspector.getByLabel('Name of a new input').fill('hidden');
    await inspector.getByLabel('What feeds the new input').selectOption({ label: 'df of Load' });
    await inspector.getByRole('button', { name: 'Add this input' }).click();
    await expect.poll(() => weft.edgeIds()).toContain('load:df->show:hidden');
    await selectEdge(weft, 'load:df->show:hidden');
    await expect(edge).toContainText('Data (bold line): a value that a user bound.');
    await weft.command('weft:undo');
    await expect.poll(() => weft.edgeIds()).not.toContain('load:df->show:hidden');
  });

  await test.step('a name is exported, with the type that follows from its maker', async () => {
    await weft.node('load').locator('.jp-WeftNode-header').click();
    await page.keyboard.press('e');
    await page.locator('.jp-WeftChooser-output', { hasText: /^df$/ }).click();
    await expect
      .poll(async () => (await weft.document()).nodes.load.outputs)
      .toEqual({
        df: { type: 'Dataset' }
      });
    await weft.command('weft:undo');
    await weft.select('show');
    await page.evaluate(() => void window.jupyterapp.commands.execute('weft:export-name'));
    await page.locator('.jp-WeftChooser-output', { hasText: /^total$/ }).click();
    await inspector.getByLabel('Type of total').selectOption('Metrics');
    await expect
      .poll(async () => (await weft.document()).nodes.show.outputs)
      .toEqual({
        total: { type: 'Metrics' }
      });
  });

  await test.step('a cell gets a step of its own with its decisions, and steps merge again', async () => {
    await weft.select('load');
    await inspector.getByRole('button', { name: /^Split off: Give cell 2/ }).click();
    await expect(weft.nodes).toHaveCount(5);
    const added = Object.keys((await weft.document()).nodes).find(
      id => !['load', 'grow', 'lines', 'show'].includes(id)
    );
    expect((await weft.document()).nodes[added ?? '']).toMatchObject({ cells: [{ id: 'load' }] });
    await weft.select('load', added ?? '');
    await weft.command('weft:merge-steps');
    await expect(weft.nodes).toHaveCount(4);
    await weft.command('weft:undo');
    await expect(weft.nodes).toHaveCount(5);
    await weft.command('weft:redo');
    await expect(weft.nodes).toHaveCount(4);
    await expect.poll(() => weft.edgeIds()).toContain('load:df->grow:df');
  });

  await test.step('literals become parameters, one by one or all that are tagged', async () => {
    await weft.select('load');
    await inspector.getByRole('button', { name: /^Treat as parameter: let a run set rows/ }).click();
    expect((await weft.document()).parameters).toEqual({ rows: { type: 'integer', default: 5 } });
    await expect(weft.node('load')).toContainText('← rows');
    await weft.command('weft:undo');
    await inspector.getByRole('button', { name: 'Treat all 2 tagged “parameters” so' }).click();
    expect((await weft.document()).parameters).toEqual({
      rate: { type: 'number', default: 0.5 },
      rows: { type: 'integer', default: 5 }
    });
    await weft.command('weft:undo');
    expect((await weft.document()).parameters ?? {}).toEqual({});
  });
});

test('what the live kernel of a notebook knows', async ({ weft, page }) => {
  const inspector = page.locator('.jp-WeftInspector');
  const edge = inspector.locator('.jp-WeftEdge');

  await test.step('a live kernel says what the values are, without leaving a trace', async () => {
    await weft.command('notebook:run-all-cells');
    await selectEdge(weft, 'grow:df->show:df');
    await expect(edge).toContainText('in the live kernel');
    await expect(edge).toContainText(/\d+ B in memory/);
    await expect(edge).toContainText('pickle');
    await expect(page.locator('.jp-WeftWire-mark.jp-type-pickle').first()).toBeVisible();
    await expect(page.locator('.jp-Notebook .jp-InputPrompt').last()).toHaveText('[5]:');
    const names = await inKernel(page, 'sorted(n for n in globals() if "weft" in n or "probe" in n)');
    expect(names).toBe('[]');
  });

  await test.step('versions are pinned to those of the kernel', async () => {
    await weft.select('load');
    await inspector.getByRole('button', { name: 'Pin versions from the kernel' }).click();
    const { packages } = (await weft.document()).nodes.load;
    expect(packages).toEqual([expect.stringMatching(/^pandas==\d+\.\d+/)]);
    await weft.command('weft:undo');
  });

  for (const theme of ['Light', 'Dark']) {
    await test.step(`nothing is hard to reach or read, ${theme}`, async () => {
      await page.evaluate(
        name => window.jupyterapp.commands.execute('apputils:change-theme', { theme: name }),
        `JupyterLab ${theme}`
      );
      await expect(page.locator(`body[data-jp-theme-light="${theme === 'Light'}"]`)).toHaveCount(1);
      await selectEdge(weft, 'grow:df->show:df');
      await expect(edge).toBeVisible();
      await noFaults(weft);
      await shot(page, `edge-${theme}`);
      await weft.select('load');
      await noFaults(weft);
      await shot(page, `node-${theme}`);
    });
  }

  await test.step('what the kernel cannot store is an error before the run', async () => {
    await page.evaluate(() => {
      const all = [...window.jupyterapp.shell.widgets('main')];
      const notebook = all.find(widget => widget.context?.path.endsWith('.ipynb'));
      notebook?.context.model.sharedModel.cells
        .find(({ id }) => id === 'lines')
        ?.setSource('lines = iter(open("shop.ipynb"))');
    });
    await page.evaluate(() => window.jupyterapp.commands.execute('notebook:run-all-cells'));
    const badge = weft.node('lines').locator('.jp-WeftNode-problems.jp-type-error');
    await expect(badge).toBeVisible();
    await selectEdge(weft, 'lines:lines->show:lines');
    await expect(edge).toContainText('cannot be stored');
    await expect(page.locator('.jp-WeftWire-mark.jp-type-unstorable')).toBeVisible();
    await shot(page, 'unstorable');
    await weft.command('weft:run-locally');
    await expect(page.locator('.Toastify__toast').last()).toContainText('cannot be stored');
  });
});

/** Selects an edge as a click on it does, wherever it is drawn. */
async function selectEdge({ page }: WeftPage, id: string): Promise<void> {
  await page.evaluate(id => {
    const all = [...window.jupyterapp.shell.widgets('main')];
    const weft = all.find(widget => widget.isVisible && widget.context?.path.endsWith('.weft'));
    weft?.content.editor.select({ edges: [id] });
  }, id);
}

/** The line of the cursor in the active cell, from 0. */
async function cursorLine(page: WeftPage['page']): Promise<number | undefined> {
  return page.evaluate(() => {
    const all = [...window.jupyterapp.shell.widgets('main')];
    const notebook = all.find(widget => widget.context?.path.endsWith('.ipynb'));
    return notebook?.content.activeCell?.editor?.getCursorPosition().line;
  });
}

/** What a Python expression shows in the kernel of the notebook. */
async function inKernel(page: WeftPage['page'], expression: string): Promise<string> {
  return page.evaluate(async expression => {
    const all = [...window.jupyterapp.shell.widgets('main')];
    const notebook = all.find(widget => widget.context?.path.endsWith('.ipynb'));
    const reply = await notebook?.context.sessionContext.session?.kernel?.requestExecute({
      code: '',
      silent: true,
      user_expressions: { told: expression }
    }).done;
    return reply?.content.user_expressions.told.data['text/plain'] ?? '';
  }, expression);
}

/** A picture for whoever looks at it, where one is wanted. */
async function shot(page: WeftPage['page'], name: string): Promise<void> {
  if (process.env.WEFT_SHOTS) {
    await page.screenshot({ path: `${process.env.WEFT_SHOTS}/${name}.png` });
  }
}

/** Fails with what axe found, by rule and element. */
async function noFaults({ page }: WeftPage): Promise<void> {
  const builder = ['.jp-WeftEditor', '#jp-weft-right'].reduce(
    (axe, part) => axe.include(part),
    new AxeBuilder({ page })
  );
  const { violations } = await builder.withTags(RULES).analyze();
  expect(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
    )
  ).toEqual([]);
}
