import type { Locator } from '@playwright/test';
import { expect, test } from '../test';
import type { WeftPage } from '../weft';

const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'python3', display_name: 'Python 3' }, language_info: { name: 'python' } },
  cells: [cell('one', 'count = 3\nwords = ["a", "b"]'), cell('two', 'print(count, words)')]
});

function cell(id: string, source: string): object {
  return { cell_type: 'code', id, metadata: {}, outputs: [], execution_count: null, source };
}

/** Something of every kind; the hash of cell `one` is that of another source. */
const PIPELINE = JSON.stringify({
  weft: 1,
  id: 'inspected0000000000001',
  name: 'inspected',
  parameters: { limit: { type: 'integer', default: 5 } },
  nodes: {
    make: {
      kind: 'container',
      title: 'Make',
      image: 'acme/make:1',
      outputs: { rows: { type: 'integer' } }
    },
    use: {
      kind: 'container',
      title: 'Use',
      image: 'acme/use:1',
      command: ['use'],
      inputs: { top: { type: 'integer', from: { parameter: 'limit' } } },
      env: { LEVEL: 'debug' }
    },
    cells: {
      kind: 'cells',
      title: 'Cells',
      notebook: 'small.ipynb',
      cells: [{ id: 'one', hash: '0000000000000000' }]
    },
    memo: { kind: 'note', text: 'Mind the gap' }
  },
  layout: { make: [0, 0], use: [320, 0], cells: [0, 220], memo: [320, 220] }
});

class Inspector {
  constructor(
    private readonly weft: WeftPage,
    private readonly id: string
  ) {}

  get panel(): Locator {
    return this.weft.page.locator('.jp-WeftInspector');
  }

  field(path: string): Locator {
    return this.panel.locator(`[data-field="${path}"]`);
  }

  /** Types into the field of a setting and leaves it. */
  async type(path: string, text: string): Promise<void> {
    const field = this.field(path).locator('input, textarea');
    await field.fill(text);
    await field.blur();
  }

  async label(label: string, text: string): Promise<void> {
    // A box that offers names is a combobox.
    const name = { name: label, exact: true };
    const field = this.panel.getByRole('textbox', name).or(this.panel.getByRole('combobox', name));
    await field.fill(text);
    await field.press('Enter');
  }

  async choose(label: string, value: string | { label: string }): Promise<void> {
    await this.panel.getByLabel(label, { exact: true }).selectOption(value);
  }

  async press(name: string): Promise<void> {
    await this.panel.getByRole('button', { name, exact: true }).click();
  }

  async open(section: string): Promise<void> {
    const heading = this.panel.getByRole('button', {
      name: new RegExp(`^${section}( \\d+ (set|problems?))?$`)
    });
    if ((await heading.getAttribute('aria-expanded')) === 'false') {
      await heading.click();
    }
  }

  /** The settings of the node hold these. */
  async holds(settings: Record<string, unknown>): Promise<void> {
    await expect.poll(async () => (await this.weft.document()).nodes[this.id]).toMatchObject(settings);
  }

  async lacks(setting: string): Promise<void> {
    await expect.poll(async () => (await this.weft.document()).nodes[this.id][setting]).toBeUndefined();
  }
}

async function select(weft: WeftPage, id: string): Promise<Inspector> {
  await weft.node(id).locator('.jp-WeftNode-header, .jp-WeftNote-text').first().click();
  return new Inspector(weft, id);
}

test.use({ actionTimeout: 10e3 });

test('every setting is edited and found in the document', async ({ weft, page }) => {
  for (const [name, text] of Object.entries({ 'small.weft': PIPELINE, 'small.ipynb': NOTEBOOK })) {
    await weft.upload(name, text);
  }
  await weft.page.contents.uploadFile(
    `${__dirname}/../../examples/breast-cancer/weft.pools.yaml`,
    `${weft.folder}/weft.pools.yaml`
  );
  await weft.open('small.weft');
  await weft.showInspector();
  await expect(weft.nodes).toHaveCount(4);

  await test.step('what is run', async () => {
    const inspector = await select(weft, 'use');
    await inspector.type('title', 'Use it');
    await expect(weft.node('use')).toContainText('Use it');
    await inspector.type('image', 'acme/use:2');
    await inspector.label('Command, element 1', 'serve');
    await inspector.press('Add text to Arguments');
    await page.keyboard.type('--top');
    await page.keyboard.press('Enter');
    await inspector.choose('Add a placeholder to Arguments', { label: 'top' });
    await inspector.holds({
      title: 'Use it',
      image: 'acme/use:2',
      command: ['serve'],
      args: ['--top', { input: 'top' }]
    });
    await inspector.press('Move element 2 of Arguments up');
    await inspector.choose('What is put in for top', 'path');
    await inspector.holds({ args: [{ input: 'top', as: 'path' }, '--top'] });
    await inspector.press('Remove element 1 of Arguments');
    await inspector.holds({ args: ['--top'] });
  });

  await test.step('environment', async () => {
    const inspector = await select(weft, 'use');
    await inspector.open('Environment');
    await inspector.label('Add name', 'MODE');
    await inspector.label('Value of MODE', 'fast');
    await inspector.label('Name of LEVEL', 'LOG_LEVEL');
    await inspector.holds({ env: { MODE: 'fast', LOG_LEVEL: 'debug' } });
    await expect(inspector.panel.getByLabel('Name of LOG_LEVEL')).toBeFocused();
    await inspector.press('Remove MODE');
    await expect.poll(async () => (await weft.document()).nodes.use.env).toEqual({ LOG_LEVEL: 'debug' });
  });

  await test.step('inputs and what feeds them', async () => {
    const inspector = await select(weft, 'use');
    await inspector.label('Add input', 'model');
    await inspector.choose('Type of model', 'Model');
    await inspector.holds({ inputs: { model: { type: 'Model' } } });
    await inspector.choose('What feeds top', { label: 'rows of Make (integer)' });
    await inspector.holds({ inputs: { top: { from: { node: 'make', output: 'rows' } } } });
    await expect.poll(() => weft.edgeIds()).toHaveLength(1);
    await inspector.choose('What feeds top', 'constant');
    await inspector.label('Constant for top', '12');
    await inspector.holds({ inputs: { top: { from: { value: 12 } } } });
    await inspector.choose('What feeds top', { label: 'parameter limit (integer)' });
    await inspector.holds({ inputs: { top: { from: { parameter: 'limit' } } } });
    await inspector.panel.getByRole('group', { name: 'Input model' }).getByLabel('Optional').check();
    await inspector.label('Description of model', 'What to serve');
    await inspector.label('Name of input model', 'network');
    await inspector.holds({ inputs: { network: { optional: true, description: 'What to serve' } } });
    await inspector.press('Remove input network');
    await expect
      .poll(async () => Object.keys((await weft.document()).nodes.use.inputs as object))
      .toEqual(['top']);
  });

  await test.step('outputs', async () => {
    const inspector = await select(weft, 'use');
    await inspector.label('Add output', 'report');
    await inspector.choose('Type of report', 'HTML');
    await inspector.label('Name of output report', 'page');
    await inspector.holds({ outputs: { page: { type: 'HTML' } } });
    await expect(weft.port('use', 'out:page')).toBeVisible();
    await inspector.press('Remove output page');
    await expect(weft.port('use', 'out:page')).toHaveCount(0);
  });

  await test.step('hardware and how it is run', async () => {
    const inspector = await select(weft, 'use');
    await inspector.choose('Pool', 'a100-80g');
    await inspector.type('resources.cpu', '6');
    await inspector.type('resources.memory', '24Gi');
    await inspector.type('resources.accelerators', '1');
    await inspector.type('resources.sharedMemory', '2Gi');
    await inspector.panel.getByLabel('Reuse results of an equal earlier run').uncheck();
    await inspector.type('timeout', '1h');
    await inspector.type('retry.max', '3');
    await inspector.type('retry.backoff', '10s');
    await inspector.holds({
      pool: 'a100-80g',
      resources: { cpu: '6', memory: '24Gi', accelerators: 1, sharedMemory: '2Gi' },
      cache: false,
      timeout: '1h',
      retry: { max: 3, backoff: '10s' }
    });
    await inspector.type('retry.max', '');
    await inspector.lacks('retry');
    await inspector.panel.getByLabel('Reuse results of an equal earlier run').check();
    await inspector.lacks('cache');
  });

  await test.step('a draft is given up by Escape, and a commit is one undo step', async () => {
    const inspector = await select(weft, 'use');
    const title = inspector.field('title').locator('input');
    await title.fill('Never mind');
    await title.press('Escape');
    await expect(title).toHaveValue('Use it');
    await inspector.holds({ title: 'Use it' });
    await inspector.type('resources.cpu', '7');
    await inspector.type('resources.memory', '25Gi');
    await weft.command('weft:undo');
    await inspector.holds({ resources: { cpu: '7', memory: '24Gi' } });
    await weft.command('weft:undo');
    await inspector.holds({ resources: { cpu: '6', memory: '24Gi' } });
  });

  await test.step('what cannot be is said beside the field', async () => {
    const inspector = await select(weft, 'use');
    await inspector.type('resources.memory', '24gb');
    await expect(inspector.field('resources.memory')).toContainText('24Gi');
    await expect(inspector.field('resources.memory').locator('input')).toHaveAttribute(
      'aria-invalid',
      'true'
    );
    await inspector.type('resources.memory', '24Gi');
    await expect(inspector.field('resources.memory').locator('.jp-WeftProblem')).toHaveCount(0);
    await inspector.type('resources.accelerators', 'two');
    await expect(inspector.field('resources.accelerators').getByRole('alert')).toContainText('not a number');
    await inspector.holds({ resources: { accelerators: 1 } });
    await inspector.field('resources.accelerators').locator('input').press('Escape');
    await expect(inspector.field('resources.accelerators').getByRole('alert')).toHaveCount(0);
  });

  await test.step('several nodes at once', async () => {
    await select(weft, 'make');
    await weft
      .node('use')
      .locator('.jp-WeftNode-header')
      .click({ modifiers: ['Shift'] });
    const inspector = new Inspector(weft, 'make');
    await expect(inspector.panel.getByRole('heading', { name: '2 nodes' })).toBeVisible();
    await expect(inspector.field('resources.cpu').locator('input')).toHaveAttribute('placeholder', 'differs');
    await inspector.choose('Pool', 'cpu');
    await inspector.holds({ pool: 'cpu' });
    await new Inspector(weft, 'use').holds({ pool: 'cpu' });
    await weft.command('weft:undo');
    await inspector.lacks('pool');
    await new Inspector(weft, 'use').holds({ pool: 'a100-80g' });
  });

  await test.step('cells: accept what changed, keep a variable', async () => {
    const inspector = await select(weft, 'cells');
    await expect(inspector.panel).toContainText('changed since it was drawn');
    await inspector.panel.getByRole('button', { name: /^Accept/ }).click();
    await expect(inspector.panel).toContainText('as drawn');
    await inspector.label('Keep a variable as output', 'count');
    await inspector.choose('Type of count', 'integer');
    await inspector.holds({ outputs: { count: { type: 'integer' } } });
    await expect(weft.port('cells', 'out:count')).toBeVisible();
  });

  await test.step('a note', async () => {
    const inspector = await select(weft, 'memo');
    await inspector.type('text', 'Mind the **gap**\nand the step');
    await inspector.holds({ text: 'Mind the **gap**\nand the step' });
    await expect(weft.node('memo')).toContainText('and the step');
  });

  await test.step('the pipeline: parameters, target', async () => {
    await weft.command('weft:clear-selection');
    const inspector = new Inspector(weft, 'use');
    await inspector.label('Add parameter', 'rate');
    await inspector.choose('Type of rate', 'number');
    await inspector.label('Default of rate', '0.5');
    await inspector.label('Name of parameter limit', 'most');
    await inspector.holds({ inputs: { top: { from: { parameter: 'most' } } } });
    await inspector.press('Remove parameter rate');
    await expect
      .poll(async () => (await weft.document()).parameters)
      .toEqual({ most: { type: 'integer', default: 5 } });
    await inspector.choose('Target', 'kfp-2.5');
    await expect(inspector.panel.getByLabel('Target')).toHaveValue('kfp-2.5');
    await inspector.type('description', 'Serves models');
    await expect.poll(async () => await weft.document()).toMatchObject({ description: 'Serves models' });
  });

  await test.step('the node goes while it is inspected', async () => {
    const inspector = await select(weft, 'use');
    await inspector.field('title').locator('input').fill('half typed');
    await weft.command('weft:delete');
    await expect(weft.node('use')).toHaveCount(0);
    await expect(inspector.panel.getByRole('heading', { name: 'inspected' })).toBeVisible();
    expect((await weft.document()).nodes.use).toBeUndefined();
    await weft.command('weft:undo');
    await expect(weft.node('use')).toContainText('Use it');
  });
});
