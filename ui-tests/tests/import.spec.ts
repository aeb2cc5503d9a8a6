import { expect, test } from '../test';
import * as fs from 'node:fs';
import * as path from 'node:path';

const SPEC = path.resolve(__dirname, '..', 'specs', 'loops-and-conditions.yaml');
const TEXT = fs.readFileSync(SPEC, 'utf8');

test.use({ actionTimeout: 10e3 });

test('a compiled pipeline is imported from the file browser, edited and exported again', async ({
  weft,
  page
}) => {
  await weft.upload('small.yaml', TEXT);
  await weft.upload('small.weft', '');
  await page.filebrowser.openDirectory(weft.folder);
  await page.locator('.jp-DirListing-item', { hasText: 'small.yaml' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Import as Weft Pipeline' }).click();
  await expect(weft.nodes).toHaveCount(5);
  await weft.showInspector();

  await test.step('nothing that was there is overwritten', async () => {
    expect(await weft.fileText('small.weft')).toBe('');
    expect(await weft.fileText('small-1.weft')).toContain('"name": "loops-and-conditions"');
  });

  await test.step('exported as it is, it is the same file', async () => {
    await weft.command('weft:export-spec');
    await expect.poll(() => weft.fileText('small-1.yaml')).toBe(TEXT);
  });

  await test.step('the inspector shows the loop, the condition and the function', async () => {
    const inspector = page.locator('.jp-WeftInspector');
    await weft.select('tell');
    await expect(inspector.getByRole('region', { name: 'Python function' })).toContainText(
      'def tell(text: str):'
    );
    await inspector.locator('[data-field="title"] input').waitFor();
  });

  await test.step('a file that somebody else wrote is replaced only when asked', async () => {
    await weft.upload('other.weft', await weft.fileText('small-1.weft'));
    await weft.upload('other.yaml', 'mine: 1\n');
    await weft.closeAll();
    await weft.open('other.weft');
    await page.locator('.jp-Toolbar').getByRole('button', { name: 'Export' }).click();
    await page.locator('.jp-Dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await weft.fileText('other.yaml')).toBe('mine: 1\n');
    await page.locator('.jp-Toolbar').getByRole('button', { name: 'Export' }).click();
    await page.locator('.jp-Dialog').getByRole('button', { name: 'Replace' }).click();
    await expect.poll(() => weft.fileText('other.yaml')).toBe(TEXT);
    await weft.closeAll();
    await weft.open('small-1.weft');
    await weft.select('tell');
  });

  await test.step('an edit changes what was edited and nothing else', async () => {
    const inspector = page.locator('.jp-WeftInspector');
    const image = inspector.locator('[data-field="image"] input');
    await image.fill('python:3.12');
    await image.press('Enter');
    await weft.command('weft:export-spec');
    await expect.poll(() => weft.fileText('small-1.yaml')).not.toBe(TEXT);
    const before = TEXT.split('\n');
    const after = (await weft.fileText('small-1.yaml')).split('\n');
    const changed = after.flatMap((line, index) => (line === before[index] ? [] : [line.trim()]));
    expect(after).toHaveLength(before.length);
    expect(changed).toEqual(['image: python:3.12']);
  });
});

test('what is no spec is refused in a sentence', async ({ weft, page }) => {
  await weft.upload('values.yaml', 'replicas: 3\n');
  await weft.command('weft:import-spec', { path: `${weft.folder}/values.yaml` });
  await expect(page.locator('.Toastify__toast').first()).toContainText('values.yaml was not imported');
});

test('files dropped on a canvas become the pipeline, or parts of it', async ({ weft, page }) => {
  await weft.upload('small.yaml', TEXT);
  await weft.upload(
    'inner.weft',
    JSON.stringify({
      weft: 1,
      id: 'inner00000000000000001',
      name: 'inner',
      parameters: { rate: { type: 'number', default: 0.5 } },
      nodes: { one: { kind: 'container', image: 'acme/one:1', command: ['one'] } },
      layout: { one: [0, 0] }
    })
  );
  await weft.upload(
    'mine.weft',
    JSON.stringify({ weft: 1, id: 'mine000000000000000001', name: 'mine', nodes: {} })
  );
  await weft.open('mine.weft');
  await page.filebrowser.openDirectory(weft.folder);
  const file = (name: string) => page.locator('.jp-DirListing-item', { hasText: name });
  const kinds = async () =>
    Object.values((await weft.document()).nodes)
      .map(({ kind }) => kind)
      .sort();

  await test.step('an empty pipeline becomes that of the spec', async () => {
    await weft.drag(file('small.yaml'), weft.canvas);
    await expect.poll(kinds).toEqual(['branch', 'container', 'container', 'container', 'loop']);
    expect((await weft.document()).parameters).toHaveProperty('limit');
    await weft.command('weft:undo');
    await expect.poll(kinds).toEqual([]);
    await weft.command('weft:redo');
    await expect.poll(kinds).toHaveLength(5);
  });

  await test.step('another pipeline becomes a sub-pipeline of its file', async () => {
    await weft.drag(file('inner.weft'), weft.canvas);
    await expect.poll(kinds).toContain('pipeline');
    const { nodes } = await weft.document();
    expect(Object.values(nodes).find(({ kind }) => kind === 'pipeline')).toMatchObject({
      file: 'inner.weft'
    });
  });

  await test.step('a spec beside other nodes becomes a sub-pipeline drawn inside, as one undo step', async () => {
    await weft.drag(file('small.yaml'), weft.canvas);
    await expect.poll(kinds).toHaveLength(12);
    await weft.command('weft:undo');
    await expect.poll(kinds).toHaveLength(6);
  });

  await test.step('what only whole runs have is left out of a sub-pipeline, and named', async () => {
    await weft.upload('rooted.yaml', TEXT.replace(/^deploymentSpec:/m, 'defaultPipelineRoot: gs://runs\n$&'));
    await weft.drag(file('rooted.yaml'), weft.canvas);
    await expect.poll(kinds).toHaveLength(12);
    await expect(page.locator('.Toastify__toast').last()).toContainText('has no place for it: pipelineRoot.');
  });
});

test('a notebook that is renamed is followed when the user wants it', async ({ weft, page }) => {
  await weft.upload('one.ipynb', JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] }));
  await weft.upload(
    'mine.weft',
    JSON.stringify({
      weft: 1,
      id: 'mine000000000000000002',
      name: 'mine',
      nodes: { a: { kind: 'cells', notebook: 'one.ipynb', cells: [] } },
      layout: { a: [0, 0] }
    })
  );
  await weft.open('mine.weft');
  await expect(weft.nodes).toHaveCount(1);
  await page.evaluate(
    ([from, to]) => window.jupyterapp.serviceManager.contents.rename(from, to).then(() => undefined),
    [`${weft.folder}/one.ipynb`, `${weft.folder}/two.ipynb`]
  );
  await page.getByRole('button', { name: 'Update' }).click();
  await expect.poll(async () => (await weft.document()).nodes.a.notebook).toBe('two.ipynb');
});
