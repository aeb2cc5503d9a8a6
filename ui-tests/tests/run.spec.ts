import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../test';

const SCRATCH = mkdtempSync(join(tmpdir(), 'weft-run-spec-'));
const PID = join(SCRATCH, 'pid');

const SOURCES = {
  load: 'data = sorted([3, 1, 2])',
  // long enough to be seen running
  total: 'import time\nprint("adding up")\ntime.sleep(1)\ntotal = sum(data)',
  bad: 'before = total + 1\nratio = before / (total - 6)',
  slow: `import os, time\nopen(${JSON.stringify(PID)}, "w").write(str(os.getpid()))\ntime.sleep(total * 100)`
};

const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'python3', display_name: 'Python 3' }, language_info: { name: 'python' } },
  cells: Object.entries(SOURCES).map(([id, source]) => ({
    cell_type: 'code',
    id,
    source,
    metadata: {},
    outputs: [],
    execution_count: null
  }))
});

const step = (id: keyof typeof SOURCES, title: string, rest: object = {}) => ({
  kind: 'cells',
  title,
  notebook: 'steps.ipynb',
  cells: [{ id, hash: '' }],
  ...rest
});
const LOAD = step('load', 'Load');
const TOTAL = step('total', 'Total', { outputs: { total: { type: 'integer' } } });
const TELL = {
  kind: 'container',
  title: 'Tell',
  image: 'alpine:3.20',
  command: ['echo', { input: 'total' }],
  inputs: { total: { type: 'integer', from: { node: 'total', output: 'total' } } }
};

const pipeline = (id: string, nodes: object) =>
  JSON.stringify({
    weft: 1,
    id: id.padEnd(22, '0'),
    name: id,
    nodes,
    layout: Object.fromEntries(Object.keys(nodes).map((node, i) => [node, [i * 280, 0]]))
  });

/** What the server has running. */
async function kernels(page: IJupyterLabPageFixture): Promise<unknown[]> {
  return page.evaluate(async () => {
    const found = await Promise.all(['kernels', 'sessions'].map(name => fetch(`/api/${name}?${Date.now()}`)));
    return (await Promise.all(found.map(response => response.json() as Promise<unknown[]>))).flat();
  });
}

/** Ends the session that the notebook started when it was opened. */
async function endSessions(page: IJupyterLabPageFixture): Promise<void> {
  await expect.poll(() => kernels(page)).toHaveLength(2);
  await page.evaluate(async () => {
    const sessions = (await (await fetch('/api/sessions')).json()) as { id: string }[];
    await Promise.all(sessions.map(({ id }) => fetch(`/api/sessions/${id}`, { method: 'DELETE' })));
  });
  await expect.poll(() => kernels(page)).toEqual([]);
}

/** Text of the line in which one would type. */
async function lineOfCursor(page: IJupyterLabPageFixture): Promise<string> {
  return page.evaluate(() => {
    const node = document.getSelection()?.anchorNode;
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest('.cm-line')?.textContent ?? '';
  });
}

/** A kernel in which kfp cannot be imported, in the data folder of the test server. */
function installKernelWithoutKfp(): void {
  const folder = join(String(process.env.WEFT_TEST_HOME), 'data', 'kernels', 'without-kfp');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(SCRATCH, 'sitecustomize.py'),
    `import sys
class Without:
    def find_spec(self, name, path=None, target=None):
        if name == "kfp":
            raise ModuleNotFoundError("No module named 'kfp'", name="kfp")
sys.meta_path.insert(0, Without())
`
  );
  writeFileSync(
    join(folder, 'kernel.json'),
    JSON.stringify({
      argv: ['python', '-m', 'ipykernel_launcher', '-f', '{connection_file}'],
      display_name: 'Python without kfp',
      language: 'python',
      env: { PYTHONPATH: SCRATCH }
    })
  );
}

// Without Galata's stand-in for the lists of kernels and sessions, which shows only some and knows no interrupts.
test.use({ kernels: null, sessions: null, actionTimeout: 10e3, viewport: { width: 1600, height: 1000 } });

test('runs in a fresh kernel and leaves nothing behind', async ({ weft, page }) => {
  test.setTimeout(120e3);
  await weft.upload('steps.ipynb', NOTEBOOK);
  await weft.upload('good.weft', pipeline('good', { load: LOAD, total: TOTAL, tell: TELL }));
  await weft.upload(
    'bad.weft',
    pipeline('bad', { load: LOAD, total: TOTAL, bad: step('bad', 'Divide'), slow: step('slow', 'Sleep') })
  );
  await weft.open('good.weft');
  await weft.showInspector();
  const panel = page.locator('.jp-WeftRun');
  const steps = panel.getByRole('option');
  const state = panel.locator('.jp-WeftRun-header').getByRole('status');

  await test.step('states go from running to succeeded; the container is left out, with the reason', async () => {
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(2);
    await page.locator('.jp-Toolbar').getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('[data-weft-node] .jp-run-running').first().waitFor({ timeout: 30e3 });
    await expect(state).toHaveText('Succeeded', { timeout: 60e3 });
    await expect(weft.node('load')).toContainText('Succeeded');
    await expect(weft.node('total')).toContainText('Succeeded');
    await expect(weft.node('tell')).toContainText('Skipped');
    await expect(steps).toHaveCount(3);
    await steps.filter({ hasText: 'Tell' }).click();
    await expect(panel.locator('.jp-WeftRun-detail')).toContainText('container engine');
    await expect(page.locator('#jp-weft-right')).toContainText('Run (3 of 3)');
  });

  await test.step('outputs and what was printed', async () => {
    await steps.filter({ hasText: 'Total' }).click();
    const detail = panel.locator('.jp-WeftRun-detail');
    await expect(detail.locator('dt', { hasText: 'total' })).toBeVisible();
    await expect(detail.locator('dd')).toHaveText('6');
    await expect(detail.getByRole('log')).toContainText('adding up');
    await expect(
      weft.node('total').locator('xpath=ancestor-or-self::*[contains(@class, "selected")]')
    ).toHaveCount(1);
    await expect.poll(() => kernels(page)).toEqual([]);
  });

  await test.step('up to here runs what it needs and nothing else', async () => {
    await weft.node('load').locator('.jp-WeftNode-header').click();
    await page.keyboard.press('Shift+Enter');
    await expect(state).toHaveText('Succeeded', { timeout: 60e3 });
    await expect(steps).toHaveCount(1);
    await expect(steps).toContainText('Load');
  });

  await test.step('a failure names the cell and the line, and leads there', async () => {
    await weft.command('application:close');
    await weft.open('bad.weft');
    await weft.node('bad').locator('.jp-WeftNode-header').click();
    await page.keyboard.press('Shift+Enter');
    await expect(state).toHaveText('Failed', { timeout: 60e3 });
    await expect(weft.node('bad')).toContainText('Failed');
    await expect(panel).toContainText('“Divide” failed: ZeroDivisionError');
    await expect(panel.getByRole('log')).toContainText('ZeroDivisionError');
    await expect(panel.getByRole('log')).toContainText('line 2');
    await panel.getByRole('button', { name: 'Open Cell 3, line 2' }).click();
    const cell = page.locator('.jp-Notebook .jp-Cell.jp-mod-active');
    await expect(cell).toContainText('ratio = before');
    await expect.poll(() => lineOfCursor(page)).toContain('ratio');
    await endSessions(page);
    await page.activity.activateTab('bad.weft');
  });

  await test.step('cancelling ends the kernel and the process of the step', async () => {
    await weft.node('slow').locator('.jp-WeftNode-header').click();
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => started(), { timeout: 60e3 }).toBe(true);
    await expect(weft.node('slow')).toContainText('Running');
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(state).toHaveText('Cancelled', { timeout: 30e3 });
    await expect(weft.node('slow')).toContainText('Cancelled');
    await expect(weft.node('total')).toContainText('Succeeded');
    await expect.poll(() => kernels(page)).toEqual([]);
    expect(() => process.kill(Number(readFileSync(PID, 'utf8')), 0)).toThrow('ESRCH');
  });

  await test.step('without kfp it says how to get it', async () => {
    installKernelWithoutKfp();
    await page.route(/api\/kernelspecs/, async route => {
      const response = await route.fetch();
      const { kernelspecs } = (await response.json()) as { kernelspecs: Record<string, unknown> };
      // The kernel that the notebook names is not there, so that the run takes the default one.
      const { 'without-kfp': only } = kernelspecs;
      const json = { default: 'without-kfp', kernelspecs: { 'without-kfp': only } };
      await route.fulfill({ response, json });
    });
    await page.evaluate(() => window.jupyterapp.serviceManager.kernelspecs.refreshSpecs());
    await weft.node('load').locator('.jp-WeftNode-header').click();
    await page.keyboard.press('Shift+Enter');
    await expect(state).toHaveText('Failed', { timeout: 60e3 });
    await expect(panel).toContainText('pip install');
    await expect.poll(() => kernels(page)).toEqual([]);
  });

  await test.step('a page that goes away takes its kernel and the process of the step along', async () => {
    await page.unroute(/api\/kernelspecs/);
    await page.evaluate(() => window.jupyterapp.serviceManager.kernelspecs.refreshSpecs());
    rmSync(PID);
    await weft.node('slow').locator('.jp-WeftNode-header').click();
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => started(), { timeout: 60e3 }).toBe(true);
    const { origin } = new URL(page.url());
    await page.evaluate(() => location.assign('about:blank'));
    const left = async () => (await page.request.get(`${origin}/api/kernels`)).json();
    await expect.poll(left, { timeout: 30e3 }).toEqual([]);
    await expect.poll(isAlive, { timeout: 30e3 }).toBe(false);
  });
});

/** Whether the process of the slow step is still there. */
function isAlive(): boolean {
  try {
    return process.kill(Number(readFileSync(PID, 'utf8')), 0);
  } catch {
    return false;
  }
}

function started(): boolean {
  try {
    return Number(readFileSync(PID, 'utf8')) > 0;
  } catch {
    return false;
  }
}
