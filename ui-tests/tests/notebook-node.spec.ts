import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../test';
import type { WeftPage } from '../weft';

type Cells = Record<string, [source: string, tag?: string]>;

const PREPARE: Cells = {
  settings: ['rows = 2\nlabel = "plain"', 'parameters'],
  total: ['total = sum(range(rows))'],
  broken: ['raise SystemExit("a skipped cell ran")', 'skip'],
  table: ['with open("table.csv", "w") as file:\n    file.write(f"{label},{total}")']
};
const REPORT: Cells = {
  settings: ['base = 1\nfactor = 2.0', 'parameters'],
  scaled: ['print("scaling")\nscaled = base * factor'],
  last: ['import json\nratio = scaled / (base - 10)']
};

const notebook = (cells: Cells) =>
  JSON.stringify({
    cells: Object.entries(cells).map(([id, [source, tag]]) => ({
      cell_type: 'code',
      execution_count: null,
      id,
      metadata: tag ? { tags: [tag] } : {},
      outputs: [],
      source
    })),
    metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } },
    nbformat: 4,
    nbformat_minor: 5
  });

const PIPELINE = JSON.stringify({
  weft: 1,
  id: 'whole00000000000000000',
  name: 'whole',
  parameters: { rows: { type: 'integer', default: 4 } },
  nodes: {
    tell: {
      kind: 'container',
      title: 'Tell',
      image: 'alpine:3.20',
      command: ['echo', { input: 'scaled' }],
      inputs: { scaled: { type: 'number' } }
    }
  },
  layout: { tell: [620, 40] }
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Without Galata's stand-in for the lists of kernels and sessions, which shows only some and knows no interrupts.
test.use({ kernels: null, sessions: null, actionTimeout: 10e3, viewport: { width: 1600, height: 1000 } });

test('whole notebooks are steps', async ({ weft, page }) => {
  test.setTimeout(180e3);
  await weft.upload('prepare.ipynb', notebook(PREPARE));
  await weft.upload('report.ipynb', notebook(REPORT));
  await weft.upload('whole.weft', PIPELINE);
  await weft.open('whole.weft');
  await page.filebrowser.openDirectory(weft.folder);
  const file = (name: string) => page.locator('.jp-DirListing-item', { hasText: name });
  const inspector = page.locator('.jp-WeftInspector');
  const ids: Record<string, string> = {};
  const drop = async (name: string, place: { x: number; y: number }) => {
    const canvas = (await weft.canvas.boundingBox())!;
    const before = Object.keys((await weft.document()).nodes);
    await weft.drag(file(`${name}.ipynb`), { x: canvas.x + place.x, y: canvas.y + place.y });
    await expect(weft.nodes).toHaveCount(before.length + 1);
    ids[name] = Object.keys((await weft.document()).nodes).find(id => !before.includes(id)) ?? '';
  };

  await test.step('a notebook dropped from the file browser is one step with its parameters', async () => {
    await drop('prepare', { x: 40, y: 120 });
    expect((await weft.document()).nodes[ids.prepare]).toEqual({
      kind: 'notebook',
      notebook: 'prepare.ipynb'
    });
    const card = weft.node(ids.prepare);
    await expect(card).toContainText('3 cells');
    await expect(card).toContainText('prepare.ipynb');
    await expect(weft.port(ids.prepare, 'in:rows')).toBeVisible();
    await expect(weft.port(ids.prepare, 'in:label')).toBeVisible();
    await drop('report', { x: 330, y: 360 });
    await expect(weft.port(ids.report, 'in:factor')).toBeVisible();
    await expect(weft.node(ids.report)).toContainText('factor = 2');
  });

  await weft.showInspector();
  await page.sidebar.close('left');
  await weft.command('weft:tidy');

  await test.step('a parameter is fed by one of the pipeline, or by a constant that begins as the code says', async () => {
    await weft.select(ids.prepare);
    await inspector.getByLabel('What feeds rows').selectOption({ label: 'parameter rows (integer)' });
    await inspector.getByLabel('What feeds label').selectOption('constant');
    await expect
      .poll(async () => (await weft.document()).nodes[ids.prepare].inputs)
      .toEqual({
        label: { from: { value: 'plain' }, pinned: true },
        rows: { from: { parameter: 'rows' }, pinned: true }
      });
  });

  await test.step('a name and a file are outputs', async () => {
    await inspector.getByRole('combobox', { name: 'Keep a file as output' }).fill('table.csv');
    await page.keyboard.press('Enter');
    await expect(weft.port(ids.prepare, 'out:table')).toBeVisible();
    await inspector.getByRole('combobox', { name: 'Keep a variable as output' }).fill('total');
    await page.keyboard.press('Enter');
    await expect(weft.port(ids.prepare, 'out:total')).toBeVisible();
    expect((await weft.document()).nodes[ids.prepare].outputs).toMatchObject({
      table: { file: 'table.csv' }
    });
    await weft.select(ids.report);
    await inspector.getByRole('combobox', { name: 'Keep a variable as output' }).fill('scaled');
    await page.keyboard.press('Enter');
    await inspector.getByLabel('Type of scaled').selectOption('number');
    await expect(weft.port(ids.report, 'out:scaled')).toBeVisible();
  });

  await test.step('it is wired to another notebook and to a container', async () => {
    await weft.select(ids.prepare);
    await inspector.getByLabel('Type of total').selectOption('integer');
    await weft.command('weft:tidy');
    await page.waitForTimeout(400);
    await weft.drag(weft.port(ids.prepare, 'out:total'), weft.port(ids.report, 'in:base'));
    await weft.drag(weft.port(ids.report, 'out:scaled'), weft.port('tell', 'in:scaled'));
    await expect
      .poll(() => weft.edgeIds())
      .toEqual([`${ids.prepare}:total->${ids.report}:base`, `${ids.report}:scaled->tell:scaled`].sort());
    await weft.command('weft:tidy');
    await page.waitForTimeout(400);
  });

  for (const theme of ['Light', 'Dark']) {
    await test.step(`card and inspector have no fault in the ${theme.toLowerCase()} theme`, async () => {
      await weft.command('apputils:change-theme', { theme: `JupyterLab ${theme}` });
      await expect(page.locator('body')).toHaveAttribute('data-jp-theme-light', String(theme === 'Light'));
      await weft.select(ids.prepare);
      await expect(inspector).toContainText('prepare');
      await noFaults(weft);
      await page.screenshot({ path: test.info().outputPath(`notebook-${theme}.png`) });
    });
  }
  await weft.command('apputils:change-theme', { theme: 'JupyterLab Light' });

  await test.step('the spec is exported', async () => {
    await weft.command('weft:export-spec');
    await expect.poll(() => weft.fileText('whole.yaml')).toContain('comp-report');
  });

  await test.step('a run shows the cell that failed, and leads there', async () => {
    await weft.select(ids.report);
    await weft.command('weft:run-until');
    const panel = page.locator('.jp-WeftRun');
    const state = panel.locator('.jp-WeftRun-header').getByRole('status');
    // 4 rows give 6, and 6 - 10 divides; with 5 rows the base is 10
    await expect(state).toHaveText('Succeeded', { timeout: 60e3 });
    await expect(weft.node(ids.prepare)).toContainText('Succeeded');
    await panel.getByRole('option').filter({ hasText: 'report' }).click();
    await expect(panel.locator('.jp-WeftRun-detail')).toContainText('12');
    await weft.select(ids.prepare);
    await inspector.getByLabel('What feeds rows').selectOption('constant');
    await inspector.getByLabel('Constant for rows').fill('5');
    await page.keyboard.press('Enter');
    await weft.select(ids.report);
    await weft.command('weft:run-until');
    await expect(state).toHaveText('Failed', { timeout: 60e3 });
    await expect(weft.node(ids.report)).toContainText('Failed');
    await expect(panel).toContainText('“report” failed: ZeroDivisionError');
    await page.screenshot({ path: test.info().outputPath('failed.png') });
    await panel.getByRole('button', { name: 'Open Cell 3, line 2' }).click();
    await expect(page.locator('.jp-Notebook .jp-Cell.jp-mod-active')).toContainText('ratio');
  });

  await test.step('ports follow edits of the open notebook, its tags too', async () => {
    await edit(weft, 'settings', 'base = 1\nfactor = 2.0\ndepth = 3');
    await page.activity.activateTab('whole.weft');
    await expect(weft.port(ids.report, 'in:depth')).toBeVisible();
    await edit(weft, 'settings', 'base = 1\nfactor = 2.0', ['parameters', 'skip']);
    // What only a skipped cell says is a name that nothing defines.
    await expect(weft.node(ids.report)).toContainText('2 cells');
    await expect(weft.node(ids.report)).not.toContainText('factor = 2');
    await expect(weft.node(ids.report).locator('.jp-WeftNode-problems.jp-type-error')).toBeVisible();
    await edit(weft, 'settings', 'base = 1\nfactor = 2.0', ['parameters']);
    await expect(weft.node(ids.report)).toContainText('factor = 2');
    await expect(weft.node(ids.report).locator('.jp-WeftNode-problems')).toHaveCount(0);
  });

  await test.step('Enter opens the notebook', async () => {
    await weft.node(ids.prepare).locator('.jp-WeftNode-header').click();
    await page.keyboard.press('Enter');
    await expect(page.activity.getTabLocator('prepare.ipynb')).toHaveCount(1);
  });
});

test('the palette asks which notebook, and a renamed one is followed', async ({ weft, page }) => {
  await weft.upload('one.ipynb', notebook(REPORT));
  await weft.upload('foreign.ipynb', notebook(REPORT).replace('"language":"python"', '"language":"R"'));
  await weft.upload(
    'mine.weft',
    JSON.stringify({ weft: 1, id: 'mine000000000000000002', name: 'mine', nodes: {} })
  );
  await weft.open('mine.weft');
  await page.evaluate(() => window.jupyterapp.shell.activateById('jp-weft-left'));
  const choose = async (name: string) => {
    await page.getByRole('button', { name: /^Notebook/ }).click();
    await page.locator('.jp-Open-Dialog .jp-DirListing-item', { hasText: name }).click();
    await page.locator('.jp-Dialog .jp-mod-accept').click();
  };
  const books = async () => Object.values((await weft.document()).nodes).map(node => node.notebook);

  await choose('one.ipynb');
  await expect.poll(books).toEqual(['one.ipynb']);

  await test.step('the notebook of a renamed file is followed when the user wants it', async () => {
    await page.contents.renameFile(`${weft.folder}/one.ipynb`, `${weft.folder}/two.ipynb`);
    await page.getByRole('button', { name: 'Update' }).click();
    await expect.poll(books).toEqual(['two.ipynb']);
    await expect(weft.nodes).toContainText('two.ipynb');
  });

  await test.step('a notebook in another language is refused, in a sentence', async () => {
    await choose('foreign.ipynb');
    await expect(weft.nodes).toHaveCount(2);
    await weft.showInspector();
    await expect(page.locator('#jp-weft-right')).toContainText(
      'is in the language r, and steps run Python alone'
    );
  });
});

/** Changes a cell of `report.ipynb`, as somebody does who has it open. */
async function edit({ page }: WeftPage, cell: string, source: string, tags?: string[]): Promise<void> {
  await page.evaluate(
    ([cell, source, tags]) => {
      const all = [...window.jupyterapp.shell.widgets('main')];
      const open = all.find(widget => widget.context?.path.endsWith('report.ipynb'));
      const found = open?.context.model.sharedModel.cells.find(({ id }) => id === cell);
      found?.setSource(source);
      if (tags) {
        found?.setMetadata('tags', tags);
      }
    },
    [cell, source, tags] as const
  );
}

/** Fails with what axe found, by rule and element. */
async function noFaults({ page }: WeftPage): Promise<void> {
  const builder = new AxeBuilder({ page })
    .include('.jp-WeftEditor')
    .include('#jp-weft-right')
    .withTags(RULES);
  const { violations } = await builder.analyze();
  expect(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
    )
  ).toEqual([]);
}
