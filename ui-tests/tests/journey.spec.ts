import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '../test';

const UI_TESTS = resolve(__dirname, '..');
const EXAMPLE = resolve(UI_TESTS, '..', 'examples', 'breast-cancer');

/** The example before anybody thought of a GPU. */
function exampleOnCpu(): string {
  const pipeline = JSON.parse(readFileSync(join(EXAMPLE, 'breast-cancer.weft'), 'utf8'));
  pipeline.nodes.network.pool = 'cpu';
  pipeline.nodes.network.resources.accelerators = undefined;
  return JSON.stringify(pipeline);
}

interface Findings {
  faults: string[];
  executors: Record<string, { nodeSelector?: { labels: Record<string, string> }; tolerations?: object[] }>;
  notebook: number;
  state: string;
  run: number[];
}

/** Has the SDK judge an exported spec and run it. */
function judge(text: string): Findings {
  const spec = join(mkdtempSync(join(tmpdir(), 'weft-exported-')), 'spec.yaml');
  writeFileSync(spec, text);
  const program = [join(UI_TESTS, 'exported.py'), spec, join(EXAMPLE, 'breast-cancer.ipynb'), 'accuracy'];
  return JSON.parse(execFileSync('python', program, { encoding: 'utf8' }));
}

test.use({ viewport: { width: 1920, height: 1080 }, actionTimeout: 15e3 });

test('from a notebook to a Kubeflow pipeline on the right pool', async ({ weft, page }) => {
  test.setTimeout(240e3);
  await weft.uploadExample();
  await weft.upload('breast-cancer.weft', exampleOnCpu());
  await weft.besideNotebook('breast-cancer.weft', 'breast-cancer.ipynb');
  await expect.poll(async () => (await weft.edgeIds()).length).toBe(15);
  await weft.command('weft:fit');
  await expect(weft.nodes).toHaveCount(9);
  let added = '';

  await test.step('delete a node, and what it fed is open', async () => {
    await weft.node('report').locator('.jp-WeftNode-header').click();
    await page.keyboard.press('Delete');
    await expect(weft.node('report')).toHaveCount(0);
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(11);
  });

  await test.step('drag its cell from the notebook: the edges draw themselves', async () => {
    const cell = page.locator('.jp-Notebook .jp-CodeCell', { hasText: 'Is it malignant?</h1>' });
    await cell.scrollIntoViewIfNeeded();
    const announce = (await weft.node('announce').boundingBox())!;
    const pane = (await weft.canvas.boundingBox())!;
    await weft.drag(cell.locator('.jp-InputPrompt'), {
      x: announce.x + announce.width / 2,
      y: pane.y + pane.height * 0.25
    });
    await expect(weft.nodes).toHaveCount(9);
    const { nodes } = await weft.document();
    added = Object.keys(nodes).find(id => nodes[id].kind === 'cells' && !nodes[id].title)!;
    expect(nodes[added]).toMatchObject({ notebook: 'breast-cancer.ipynb', cells: [{ id: 'report' }] });
    await expect.poll(async () => (await weft.edgeIds()).filter(id => id.includes(added))).toHaveLength(3);
  });

  await test.step('draw the wire to the container', async () => {
    await weft.drag(weft.port(added, 'out:'), weft.port('announce', 'in:report'));
    await expect
      .poll(async () => (await weft.document()).nodes.announce.inputs)
      .toMatchObject({ report: { from: { node: added, output: 'report' } } });
    await expect(weft.port(added, 'out:report')).toBeVisible();
  });

  await test.step('choose the pool', async () => {
    await weft.showInspector();
    await weft.node('network').locator('.jp-WeftNode-header').click();
    await page.getByLabel('Pool', { exact: true }).selectOption('a100-80g');
    await expect.poll(async () => (await weft.document()).nodes.network.pool).toBe('a100-80g');
    await expect(weft.node('network')).toContainText('NVIDIA A100 80 GB');
  });

  let text = '';
  await test.step('export', async () => {
    await page.locator('.jp-Toolbar').getByRole('button', { name: 'Export' }).click();
    await expect.poll(async () => (text = await weft.fileText('breast-cancer.yaml'))).not.toBe('');
    await expect(page.locator('.jp-toast-message, .Toastify__toast').first()).toContainText(
      'breast-cancer.yaml'
    );
  });

  await test.step('the SDK takes it, and it gives what the notebook gives', () => {
    const { faults, executors, notebook, state, run } = judge(text);
    expect(faults).toEqual([]);
    expect(state).toBe('succeeded');
    expect(run).toEqual([notebook]);
    const onGpu = Object.entries(executors).filter(([, { nodeSelector }]) =>
      Object.values(nodeSelector?.labels ?? {}).includes('nvidia-a100-80gb')
    );
    expect(onGpu.map(([name]) => name)).toEqual(['exec-train-network']);
    expect(onGpu[0][1].tolerations).toHaveLength(1);
    const tolerant = Object.values(executors).filter(({ tolerations }) => tolerations?.length);
    expect(tolerant).toHaveLength(1);
  });
});
