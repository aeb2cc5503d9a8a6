import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../test';
import { middle, type WeftPage } from '../weft';

const step = (title: string, more: object = {}) => ({
  kind: 'container',
  title,
  image: 'alpine:3.20',
  inputs: { data: { type: 'string' } },
  outputs: { score: { type: 'number' }, model: { type: 'Model' } },
  ...more
});
const from = (node: string, output: string) => ({ from: { node, output } });

/** Steps alone; the groups are drawn around them. */
const FLAT = {
  weft: 1,
  id: 'groups0000000000000000',
  name: 'groups',
  nodes: {
    list: step('List', { inputs: {}, outputs: { names: { type: 'list' } } }),
    train: step('Train', { inputs: { name: { type: 'string' } } }),
    rate: step('Rate', { inputs: { model: { type: 'Model' } } }),
    pick: step('Pick', {
      inputs: { scores: { type: 'list' } },
      outputs: { best: { type: 'number' } }
    }),
    ship: step('Ship', { inputs: {} }),
    tell: step('Tell', { inputs: { model: { type: 'Model' } }, outputs: {} })
  },
  layout: {
    list: [0, 60],
    train: [420, 60],
    rate: [780, 60],
    pick: [1240, 60],
    ship: [1640, 60],
    tell: [2140, 60]
  }
};

/** Every kind of group, three deep. */
const NESTED = {
  weft: 1,
  id: 'nested0000000000000000',
  name: 'nested',
  parameters: { threshold: { type: 'number', default: 0.8 } },
  nodes: {
    handler: { kind: 'exit-handler' },
    say: step('Notify', {
      after: ['handler'],
      ignoreUpstreamFailure: true,
      inputs: { status: { type: 'taskStatus', from: { status: 'handler' } } },
      outputs: {}
    }),
    list: step('List models', {
      group: 'handler',
      inputs: {},
      outputs: { names: { type: 'list' }, table: { type: 'Dataset' } }
    }),
    each: {
      kind: 'loop',
      title: 'Train each',
      group: 'handler',
      items: { node: 'list', output: 'names' },
      parallelism: 2
    },
    train: step('Train', {
      group: 'each',
      inputs: {
        name: { type: 'string', from: { item: 'each' } },
        table: { type: 'Dataset', ...from('list', 'table') }
      }
    }),
    good: {
      kind: 'branch',
      group: 'each',
      when: { left: { node: 'train', output: 'score' }, is: '>', right: { parameter: 'threshold' } }
    },
    keep: step('Keep', { group: 'good', inputs: { model: { type: 'Model', ...from('train', 'model') } } }),
    pick: step('Pick the best', {
      group: 'handler',
      inputs: { scores: { type: 'list', ...from('train', 'score') } },
      outputs: { best: { type: 'number' } }
    }),
    way: {
      kind: 'choice',
      title: 'Big or small',
      group: 'handler',
      outputs: {
        model: {
          type: 'Model',
          from: [
            { node: 'big', output: 'model' },
            { node: 'small', output: 'model' }
          ]
        }
      }
    },
    high: {
      kind: 'branch',
      group: 'way',
      when: { left: { node: 'pick', output: 'best' }, is: '>=', right: { value: 0.9 } }
    },
    low: { kind: 'branch', group: 'way' },
    big: step('Train big', { group: 'high', inputs: {} }),
    small: step('Train small', { group: 'low', inputs: {} }),
    deploy: {
      kind: 'pipeline',
      title: 'Deploy',
      group: 'handler',
      inputs: { model: { type: 'Model', ...from('way', 'model') } }
    },
    push: step('Push', {
      group: 'deploy',
      inputs: { model: { type: 'Model', from: { node: 'deploy', input: 'model' } } }
    })
  },
  layout: {}
};
const text = (pipeline: object) => JSON.stringify(pipeline, null, 2) + '\n';
const SHOTS = process.env.WEFT_SHOTS;
const shot = async ({ page }: WeftPage, name: string) => {
  if (SHOTS) {
    await page.screenshot({ path: `${SHOTS}/${name}.png` });
  }
};

test('groups', async ({ weft, page }) => {
  const { keyboard, mouse } = page;
  const said = page.locator('.jp-WeftCanvas-live');
  const nodes = async () => (await weft.document()).nodes;
  const header = (id: string) => weft.node(id).locator('.jp-WeftFrame-header');
  const card = (id: string) => weft.node(id).locator('.jp-WeftNode-header');
  const groupOf = async (id: string) => (await nodes())[id].group;
  const ofKind = async (kind: string) =>
    Object.entries(await nodes()).flatMap(([id, node]) => (node.kind === kind ? [id] : []));
  const undone = async (before: string) => {
    await keyboard.press('Control+z');
    await expect.poll(() => weft.documentText()).toBe(before);
  };
  await weft.upload('groups.weft', text(FLAT));
  await weft.upload('nested.weft', text(NESTED));
  await weft.open('groups.weft');
  await expect(weft.nodes).toHaveCount(6);
  await settled(weft);

  let loop = '';
  await test.step('selected steps become a loop, and undo takes it back whole', async () => {
    const before = await weft.documentText();
    await card('train').click();
    await keyboard.down('Control');
    await card('rate').click();
    await keyboard.up('Control');
    await keyboard.press('Shift+L');
    await expect.poll(() => ofKind('loop')).toHaveLength(1);
    [loop] = await ofKind('loop');
    expect([await groupOf('train'), await groupOf('rate'), await groupOf('pick')]).toEqual([
      loop,
      loop,
      undefined
    ]);
    await expect(weft.node(loop)).toBeFocused();
    await expect(said).toContainText('2 nodes are now inside');
    await expect(weft.node(loop)).toHaveAttribute('aria-label', /loop, for each item of .*holds 2 nodes/);
    const after = await weft.documentText();
    await undone(before);
    await keyboard.press('Control+Shift+z');
    await expect.poll(() => weft.documentText()).toBe(after);
    await weft.command('weft:tidy');
    await settled(weft);
    await shot(weft, 'loop');
  });

  await test.step('a list feeds the loop, its item a step inside, and what is outside gets all iterations', async () => {
    await weft.command('weft:fit');
    await settled(weft);
    await weft.drag(weft.port('list', 'out:names'), weft.port(loop, 'in:items'));
    await expect.poll(async () => (await nodes())[loop].items).toEqual({ node: 'list', output: 'names' });
    await weft.drag(weft.port(loop, 'enter:'), weft.port('train', 'in:name'));
    await expect.poll(async () => inputOf(await nodes(), 'train', 'name')).toEqual({ item: loop });
    await weft.drag(weft.port('train', 'out:model'), weft.port('rate', 'in:model'));
    await weft.drag(weft.port('rate', 'out:score'), weft.port('pick', 'in:scores'));
    await expect
      .poll(async () => inputOf(await nodes(), 'pick', 'scores'))
      .toEqual({ node: 'rate', output: 'score' });
    await expect(page.locator('.jp-WeftWire-label', { hasText: 'score, all iterations' })).toBeVisible();
    await shot(weft, 'connected');
  });

  await test.step('what cannot cross a border says why', async () => {
    const before = await weft.documentText();
    await weft.drag(weft.port(loop, 'enter:'), weft.port('pick', 'in:scores'));
    await expect(page.locator('.Toastify__toast').last()).toContainText('Only nodes inside');
    await weft.drag(weft.port('rate', 'out:model'), weft.port(loop, 'in:items'));
    await expect(page.locator('.Toastify__toast').last()).toContainText('is inside');
    expect(await weft.documentText()).toBe(before);
  });

  await test.step('a step dragged out of the frame leaves the loop, and one dragged onto it joins', async () => {
    await weft.command('weft:tidy');
    await weft.command('weft:fit');
    await settled(weft);
    const before = await weft.documentText();
    const box = (await weft.node(loop).boundingBox())!;
    await weft.drag(card('tell'), { x: box.x + box.width / 2, y: box.y + box.height - 8 });
    await expect.poll(() => groupOf('tell')).toBe(loop);
    await expect(said).toContainText('is now inside');
    const grown = (await weft.node(loop).boundingBox())!;
    expect(grown.height).toBeGreaterThan(box.height);
    await weft.drag(card('tell'), { x: grown.x + grown.width / 2, y: grown.y + grown.height + 60 });
    await expect.poll(() => groupOf('tell')).toBeUndefined();
    await expect(said).toContainText('outside of all groups');
    await keyboard.press('Control+z');
    await undone(before);
  });

  await test.step('the frame under the pointer shows, and Escape gives the drag up', async () => {
    const before = await weft.documentText();
    const start = await middle(card('tell'));
    const box = (await weft.node(loop).boundingBox())!;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(start.x - 20, start.y + 10, { steps: 4 });
    await mouse.move(box.x + box.width / 2, box.y + box.height - 8, { steps: 8 });
    await expect(page.locator('.jp-mod-into')).toHaveCount(1);
    await shot(weft, 'into');
    await keyboard.press('Escape');
    await expect(page.locator('.jp-mod-into')).toHaveCount(0);
    await mouse.up();
    expect(await weft.documentText()).toBe(before);
  });

  await test.step('a frame dragged by its header takes what it holds along', async () => {
    const text = await weft.documentText();
    const { layout: before } = await weft.document();
    const grip = await middle(header(loop));
    await weft.drag(header(loop), { x: grip.x + 30, y: grip.y + 90 });
    const { layout: after } = await weft.document();
    const moved = (id: string) => [after[id][0] - before[id][0], after[id][1] - before[id][1]];
    expect(moved('train')).toEqual(moved('rate'));
    expect(moved('train')[1]).toBeGreaterThan(40);
    expect(after.pick).toEqual(before.pick);
    await undone(text);
  });

  await test.step('a step becomes an if with an else, whose branches give one output', async () => {
    await card('ship').click();
    await weft.command('weft:group-as-choice');
    await expect.poll(() => ofKind('branch')).toHaveLength(2);
    const branches = await ofKind('branch');
    const arm = String(await groupOf('ship'));
    const other = branches.find(id => id !== arm) ?? '';
    await weft.command('weft:tidy');
    await weft.command('weft:fit');
    await settled(weft);
    await header(other).click();
    await weft.command('weft:add-container');
    await expect
      .poll(async () => Object.values(await nodes()).filter(node => node.group === other))
      .toHaveLength(1);
    await weft.command('weft:tidy');
    await weft.command('weft:fit');
    await settled(weft);
    await weft.drag(weft.port('pick', 'out:best'), weft.port(arm, 'in:when.left'));
    await expect
      .poll(async () => ((await nodes())[arm].when as { left: unknown }).left)
      .toEqual({ node: 'pick', output: 'best' });
    await weft.drag(weft.port('ship', 'out:model'), weft.port('tell', 'in:model'));
    const choice = String(await groupOf(arm));
    await expect
      .poll(async () => inputOf(await nodes(), 'tell', 'model'))
      .toEqual({ node: choice, output: 'model' });
    expect((await nodes())[choice].outputs).toEqual({
      model: { type: 'Model', from: [{ node: 'ship', output: 'model' }] }
    });
    await shot(weft, 'choice');
  });

  await test.step('F2 names a group, and Ungroup takes it away', async () => {
    await header(loop).click();
    await keyboard.press('F2');
    await keyboard.type('Train them all');
    await keyboard.press('Enter');
    await expect(weft.node(loop).locator('.jp-WeftNode-title').first()).toHaveText('Train them all');
    await expect(weft.node(loop)).toBeFocused();
    const before = await weft.documentText();
    await keyboard.press('Control+Shift+g');
    await expect.poll(() => groupOf('train')).toBeUndefined();
    await undone(before);
  });

  await test.step('keys alone: into the group, out of it, moving, adding', async () => {
    await header(loop).click();
    await keyboard.press('Alt+ArrowDown');
    await expect(page.locator('[data-weft-node]:focus')).toHaveAttribute('data-weft-node', 'train');
    await keyboard.press('Alt+ArrowUp');
    await expect(weft.node(loop)).toBeFocused();
    await weft.command('weft:add-note');
    const [note] = await ofKind('note');
    expect(await groupOf(note)).toBe(loop);
    await expect(weft.node(note)).toBeFocused();
    await keyboard.press('Control+Alt+ArrowUp');
    await expect.poll(() => groupOf(note)).toBeUndefined();
    await expect(said).toContainText('outside of all groups');
    await keyboard.press('Control+Alt+ArrowDown');
    await expect.poll(() => groupOf(note)).toBeDefined();
    await weft.closeAll();
  });

  await test.step('every kind of group, three deep, tidies without overlaps and has no fault', async () => {
    await weft.open('nested.weft');
    await weft.command('weft:tidy');
    await weft.command('weft:fit');
    await settled(weft);
    await expect(weft.nodes).toHaveCount(Object.keys(NESTED.nodes).length);
    for (const theme of ['Dark', 'Light']) {
      await weft.command('apputils:change-theme', { theme: `JupyterLab ${theme}` });
      await expect(page.locator('body')).toHaveAttribute('data-jp-theme-light', String(theme === 'Light'));
      await settled(weft);
      await shot(weft, `nested-${theme.toLowerCase()}`);
      const { violations } = await new AxeBuilder({ page })
        .include('.jp-WeftEditor')
        .withTags(RULES)
        .analyze();
      expect(
        violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
        )
      ).toEqual([]);
    }
  });
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

function inputOf(nodes: Record<string, Record<string, unknown>>, node: string, input: string): unknown {
  return (nodes[node].inputs as Record<string, { from?: unknown }>)[input]?.from;
}

/** Waits until the view has come to rest. */
async function settled(weft: WeftPage): Promise<void> {
  let last = '';
  await expect
    .poll(async () => {
      const now = await weft.page.locator('.react-flow__viewport').getAttribute('style');
      const still = now === last;
      last = now ?? '';
      return still;
    })
    .toBe(true);
}
