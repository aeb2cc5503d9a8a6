import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../test';

const CELLS: [id: string, kind: 'code' | 'markdown', source: string, tag?: string][] = [
  ['title', 'markdown', '# Churn'],
  ['imports', 'code', 'import pandas as pd\nfrom sklearn.linear_model import LogisticRegression'],
  ['knobs', 'code', 'depth = 3', 'parameters'],
  ['h-load', 'markdown', '## Load'],
  ['load', 'code', "df = pd.read_csv('churn.csv')"],
  ['look', 'code', 'df.head()'],
  ['h-train', 'markdown', '## Train'],
  ['unused', 'code', 'nobody_reads_this = df.copy()'],
  ['train', 'code', "model = LogisticRegression(C=depth).fit(df[['age']], df['left'])"],
  ['score', 'code', "score = model.score(df[['age']], df['left'])\nprint(score)"]
];
const NOTEBOOK = JSON.stringify({
  cells: CELLS.map(([id, kind, source, tag]) => ({
    ...(kind === 'markdown' ? { cell_type: kind } : { cell_type: kind, execution_count: null, outputs: [] }),
    id,
    metadata: tag ? { tags: [tag] } : {},
    source
  })),
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5
});

test('a notebook becomes a pipeline by proposed steps', async ({ weft, page }) => {
  await weft.upload('churn.ipynb', NOTEBOOK);
  const panel = page.locator('.jp-WeftProposal');
  const offers = panel.locator('.jp-WeftProposal-step');
  let steps = 0;

  await test.step('the command opens a pipeline beside the notebook, with the steps and why', async () => {
    await page.notebook.openByPath(`${weft.folder}/churn.ipynb`);
    await weft.command('weft:propose');
    await expect(weft.canvas).toBeVisible();
    await expect(page.locator('.jp-Notebook')).toBeVisible();
    await expect(offers.first()).toBeVisible();
    steps = await offers.count();
    expect(steps).toBeGreaterThan(1);
    await expect(panel).toContainText('The heading “Train” stands above it.');
    await expect(weft.nodes).toHaveCount(0);
    await panel.getByText(/^Left out/).click();
    await expect(panel).toContainText('nobody_reads_this');
    await page.screenshot({ path: test.info().outputPath('propose.png') });
  });

  await test.step('a cell of a proposal leads to the notebook', async () => {
    await offers.first().locator('.jp-WeftProposal-cell').first().click();
    await expect(page.locator('.jp-Notebook .jp-Cell.jp-mod-active')).toContainText('pd.read_csv');
  });

  await test.step('one step is accepted, and undone', async () => {
    await offers
      .last()
      .getByRole('button', { name: /^Accept/ })
      .click();
    await expect(weft.nodes).toHaveCount(1);
    await expect(offers).toHaveCount(steps - 1);
    await weft.command('weft:undo');
    await expect(weft.nodes).toHaveCount(0);
    await expect(offers).toHaveCount(steps);
  });

  await test.step('all are accepted as one step of undo, wired by the code, with the parameter declared', async () => {
    await panel.getByRole('button', { name: 'Accept all' }).click();
    await expect(weft.nodes).toHaveCount(steps);
    await expect(panel).toBeHidden();
    await expect.poll(async () => (await weft.edgeIds()).length).toBeGreaterThan(0);
    for (const card of await weft.nodes.all()) {
      await expect(card).toBeInViewport({ ratio: 0.99 });
    }
    expect((await weft.document()).parameters).toMatchObject({ depth: { type: 'integer', default: 3 } });
    await page.screenshot({ path: test.info().outputPath('proposed.png') });
    await weft.command('weft:undo');
    await expect(weft.nodes).toHaveCount(0);
    await expect(offers).toHaveCount(steps);
    await expect(panel).toBeVisible();
    await weft.command('weft:redo');
    await expect(weft.nodes).toHaveCount(steps);
    await expect(panel).toBeHidden();
  });

  await test.step('it is looked at again, and put away', async () => {
    await page.getByTitle('Proposal', { exact: true }).click();
    await expect(panel.getByRole('status')).toHaveText('Every proposed step is drawn.');
    await panel.getByRole('button', { name: 'Close' }).click();
    await expect(panel.locator('.jp-WeftProposal-header')).toHaveCount(0);
  });
});

for (const theme of ['JupyterLab Light', 'JupyterLab Dark']) {
  test(`proposals are accessible in ${theme}`, async ({ weft, page }) => {
    await page.theme.setTheme(theme);
    await weft.upload('churn.ipynb', NOTEBOOK);
    await weft.command('weft:propose', { path: `${weft.folder}/churn.ipynb` });
    await page.locator('.jp-WeftProposal-step').first().waitFor();
    await page.getByText(/^Left out/).click();
    const { violations } = await new AxeBuilder({ page }).include('.jp-WeftProposal').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('a notebook without code says so', async ({ weft, page }) => {
  const empty = JSON.stringify({ ...JSON.parse(NOTEBOOK), cells: [] });
  await weft.upload('empty.ipynb', empty);
  await weft.command('weft:propose', { path: `${weft.folder}/empty.ipynb` });
  await expect(page.locator('.Toastify__toast')).toContainText('no cells that could be a step');
});

test('a proposal follows its notebook, and is worked through by keyboard', async ({ weft, page }) => {
  await weft.upload('churn.ipynb', NOTEBOOK);
  await weft.command('weft:propose', { path: `${weft.folder}/churn.ipynb` });
  const panel = page.locator('.jp-WeftProposal');
  const accept = panel.getByRole('button', { name: /^Accept (?!all)/ });
  await expect(accept.first()).toBeVisible();
  await page.evaluate(
    ([from, to]) => window.jupyterapp.serviceManager.contents.rename(from, to),
    [`${weft.folder}/churn.ipynb`, `${weft.folder}/left.ipynb`]
  );
  await expect(panel.getByRole('heading')).toHaveText('left.ipynb');

  await accept.first().focus();
  for (let left = await accept.count(); left > 0; left--) {
    await expect(accept).toHaveCount(left);
    await expect(accept.first()).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(panel).toBeHidden();
  await expect(page.locator('.jp-WeftEditor:focus-within')).toHaveCount(1);
  expect((await weft.document()).nodes).not.toEqual({});
  for (const node of Object.values((await weft.document()).nodes)) {
    expect(node.notebook).toBe('left.ipynb');
  }
});
