import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test } from '../test';
import type { WeftPage } from '../weft';

/** A loop in a sub-pipeline, a choice of two branches, and steps before and in them. */
const PIPELINE = JSON.stringify({
  weft: 1,
  id: 'settings00000000000001',
  name: 'settings',
  parameters: { claim: { type: 'string', default: 'data' }, limit: { type: 'integer', default: 3 } },
  nodes: {
    make: {
      kind: 'container',
      title: 'Make',
      image: 'acme/make:1',
      command: ['make'],
      outputs: { rows: { type: 'list' }, size: { type: 'integer' }, name: { type: 'string' } }
    },
    each: { kind: 'loop', title: 'Each', items: { value: ['a'] } },
    fit: { kind: 'container', title: 'Fit', group: 'each', image: 'acme/fit:1', command: ['fit'] },
    pick: { kind: 'choice', title: 'Pick' },
    yes: { kind: 'branch', title: 'Yes', group: 'pick', rank: 0 },
    perhaps: {
      kind: 'branch',
      title: 'Perhaps',
      group: 'pick',
      rank: 1,
      when: { left: { parameter: 'limit' }, is: '<', right: { value: 2 } }
    },
    no: { kind: 'branch', title: 'No', group: 'pick' },
    small: step('yes'),
    middle: step('perhaps'),
    large: step('no')
  },
  layout: {
    make: [0, 0],
    each: [320, 0],
    fit: [340, 80],
    pick: [320, 260],
    small: [360, 380],
    middle: [360, 560],
    large: [360, 740]
  }
});

function step(group: string): object {
  return {
    kind: 'container',
    group,
    image: `acme/${group}:1`,
    command: ['x'],
    outputs: { out: { type: 'string' } }
  };
}

class Settings {
  constructor(private readonly weft: WeftPage) {}

  get panel(): Locator {
    return this.weft.page.locator('.jp-WeftInspector');
  }

  field(path: string): Locator {
    return this.panel.locator(`[data-field="${path}"]`);
  }

  async open(section: string): Promise<void> {
    const heading = this.panel.getByRole('button', { name: section });
    if ((await heading.getAttribute('aria-expanded')) === 'false') {
      await heading.click();
    }
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.panel.getByRole('textbox', { name: label, exact: true });
    await field.fill(text);
    await field.blur();
  }

  async choose(label: string, value: string | { label: string }): Promise<void> {
    await this.panel.getByLabel(label, { exact: true }).selectOption(value);
  }

  async press(name: string): Promise<void> {
    await this.panel.getByRole('button', { name, exact: true }).click();
  }

  async holds(node: string, settings: Record<string, unknown>): Promise<void> {
    await expect.poll(async () => (await this.weft.document()).nodes[node]).toMatchObject(settings);
  }
}

async function start(weft: WeftPage): Promise<Settings> {
  await weft.upload('settings.weft', PIPELINE);
  await weft.open('settings.weft');
  await weft.showInspector();
  return new Settings(weft);
}

test.use({ actionTimeout: 10e3 });

test('settings of groups are edited and found in the document', async ({ weft }) => {
  const settings = await start(weft);

  await test.step('a loop over constants, then over an output', async () => {
    await weft.select('each');
    await settings.press('Add an item to Items');
    await settings.type('Items, item 2', '{"rate": 2}');
    await settings.holds('each', { items: { value: ['a', { rate: 2 }] } });
    await settings.press('Move item 2 of Items up');
    await settings.holds('each', { items: { value: [{ rate: 2 }, 'a'] } });
    await settings.choose('What feeds Items', { label: 'rows of Make (list)' });
    await settings.holds('each', { items: { node: 'make', output: 'rows' } });
    await settings.field('parallelism').locator('input').fill('2');
    await settings.field('parallelism').locator('input').press('Enter');
    await settings.holds('each', { parallelism: 2 });
  });

  await test.step('a condition made of what there is', async () => {
    await weft.select('yes');
    await settings.choose('Kind of condition', 'compare');
    await settings.choose('What feeds the left side', { label: 'size of Make (integer)' });
    await settings.choose('Comparison', '>=');
    await settings.type('Constant for the right side', '7');
    await settings.holds('yes', {
      when: { left: { node: 'make', output: 'size' }, is: '>=', right: { value: 7 } }
    });
    await settings.choose('What feeds the right side', { label: 'parameter limit (integer)' });
    await settings.holds('yes', { when: { right: { parameter: 'limit' } } });
    await settings.choose('What feeds the left side', { label: 'name of Make (string)' });
    await settings.choose('What feeds the right side', { label: 'A constant' });
    await settings.type('Constant for the right side', 'x');
    await settings.holds('yes', { when: { left: { output: 'name' }, is: '>=', right: { value: 'x' } } });
  });

  await test.step('the order of branches and a one-of output', async () => {
    await weft.select('pick');
    await settings.press('Move Perhaps up');
    await settings.holds('perhaps', { rank: 0 });
    await settings.holds('yes', { rank: 1 });
    await settings.type('Add output', 'best');
    await settings.panel.getByRole('textbox', { name: 'Add output' }).press('Enter');
    await settings.choose('What gives best in Yes', { label: 'out of yes' });
    await settings.choose('What gives best in Perhaps', { label: 'out of perhaps' });
    await settings.choose('What gives best in No', { label: 'out of no' });
    await settings.holds('pick', {
      outputs: {
        best: {
          type: 'string',
          from: ['middle', 'small', 'large'].map(node => ({ node, output: 'out' }))
        }
      }
    });
  });
});

test('settings of Kubernetes are found, edited and removed', async ({ weft }) => {
  const settings = await start(weft);
  await weft.select('fit');

  await test.step('found by the words of Kubernetes', async () => {
    const search = settings.panel.getByRole('searchbox', { name: 'Search settings' });
    await search.fill('toleration');
    await expect(settings.panel.locator('[data-field]')).toHaveCount(1);
    await settings.press('Add to Toleration');
    await settings.type('Key of Toleration 1', 'nvidia.com/gpu');
    await settings.choose('Operator of Toleration 1', 'Exists');
    await settings.type('Effect of Toleration 1', 'NoSchedule');
    await search.press('Escape');
    await settings.holds('fit', {
      kubernetes: { tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }] }
    });
  });

  await test.step('a secret as environment variables', async () => {
    await settings.open('Secrets');
    await settings.press('Add to Secret as environment variables');
    await settings.type('Secret of Secret as environment variables 1', 'registry');
    await settings.press('Add to Keys of Secret as environment variables 1');
    const key = 'Keys of Secret as environment variables 1 1';
    await settings.type(`Key of ${key}`, 'password');
    await settings.type(`Environment variable of ${key}`, 'PASSWORD');
    await settings.holds('fit', {
      kubernetes: {
        secretAsEnv: [{ secretName: 'registry', keyToEnv: [{ secretKey: 'password', envVar: 'PASSWORD' }] }]
      }
    });
  });

  await test.step('a volume whose name comes from a parameter', async () => {
    await settings.open('Volumes');
    await settings.press('Add to Persistent volume claim');
    await settings.choose('What feeds Persistent volume claim of Persistent volume claim 1', {
      label: 'parameter claim (string)'
    });
    await settings.type('Mount path of Persistent volume claim 1', '/data');
    await settings.holds('fit', {
      kubernetes: { pvcMount: [{ pvcName: { parameter: 'claim' }, mountPath: '/data' }] }
    });
    await settings.press('Remove Persistent volume claim 1');
    await expect
      .poll(async () => (await weft.document()).nodes.fit.kubernetes)
      .not.toHaveProperty('pvcMount');
  });

  await test.step('the pipeline as a whole', async () => {
    await weft.command('weft:clear-selection');
    await settings.open('Runs');
    await settings.field('config.activeDeadlineSeconds').locator('input').fill('3600');
    await settings.field('config.activeDeadlineSeconds').locator('input').press('Enter');
    await settings.open('Workspace');
    await settings.field('config.workspace.size').locator('input').fill('10Gi');
    await settings.field('config.workspace.size').locator('input').press('Enter');
    await expect
      .poll(() => weft.document())
      .toMatchObject({ config: { activeDeadlineSeconds: 3600, workspace: { size: '10Gi' } } });
  });
});

for (const theme of ['JupyterLab Light', 'JupyterLab Dark']) {
  test(`settings are accessible in ${theme}`, async ({ weft, page }) => {
    await page.theme.setTheme(theme);
    const settings = await start(weft);
    for (const node of ['each', 'pick', 'yes', 'perhaps', 'fit']) {
      await weft.select(node);
      await settings.panel.getByRole('heading', { level: 2 }).waitFor();
      const shut = settings.panel.locator('.jp-WeftSection-heading[aria-expanded="false"]');
      while ((await shut.count()) > 0) {
        await shut.first().click();
      }
      const { violations } = await new AxeBuilder({ page }).include('.jp-WeftInspector').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
}
