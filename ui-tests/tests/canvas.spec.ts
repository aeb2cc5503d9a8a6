import { expect, test } from '../test';
import { middle, type WeftPage } from '../weft';

const container = (title: string, more: object) => ({
  kind: 'container',
  title,
  image: 'alpine:3.20',
  ...more
});
const PIPELINE = {
  weft: 1,
  id: 'canvas0000000000000000',
  name: 'canvas',
  nodes: {
    make: container('Make', { outputs: { data: { type: 'Dataset' }, count: { type: 'integer' } } }),
    train: container('Train', {
      inputs: { data: { type: 'Dataset' }, epochs: { type: 'integer' } },
      outputs: { model: { type: 'Model' } }
    }),
    tell: container('Tell', { inputs: { model: { type: 'Model' } } })
  },
  layout: { make: [0, 0], train: [360, 0], tell: [720, 0] }
};
const many = (count: number) => {
  const ids = Array.from({ length: count }, (_, i) => `n${i}`);
  return {
    weft: 1,
    id: 'many000000000000000000',
    name: 'many',
    nodes: Object.fromEntries(
      ids.map((id, i) => [
        id,
        container(`Node ${i}`, {
          inputs: { x: { type: 'integer', ...(i > 0 && { from: { node: `n${i - 1}`, output: 'x' } }) } },
          outputs: { x: { type: 'integer' } }
        })
      ])
    ),
    layout: Object.fromEntries(ids.map((id, i) => [id, [(i % 20) * 320, Math.floor(i / 20) * 200]]))
  };
};
const text = (pipeline: object) => JSON.stringify(pipeline, null, 2) + '\n';

test('the canvas', async ({ weft, page }) => {
  const { keyboard, mouse } = page;
  const selected = page.locator('.react-flow__node.selected');
  const inputs = async (node: string) =>
    (await weft.document()).nodes[node].inputs as Record<string, { from?: object }>;
  const oneUndoTakesBack = async (before: string) => {
    expect(await weft.documentText()).not.toBe(before);
    await keyboard.press('Control+z');
    await expect.poll(() => weft.documentText()).toBe(before);
  };
  await weft.uploadExample();
  await weft.upload('canvas.weft', text(PIPELINE));
  await weft.open('canvas.weft');
  await expect(weft.nodes).toHaveCount(3);
  await settled(weft);

  await test.step('a wire drawn from an output to an input feeds it', async () => {
    await weft.drag(weft.port('make', 'out:data'), weft.port('train', 'in:data'));
    await expect(weft.edges).toHaveCount(1);
    expect((await inputs('train')).data.from).toEqual({ node: 'make', output: 'data' });
    await weft.drag(weft.port('train', 'in:epochs'), weft.port('make', 'out:count'));
    await expect(weft.edges).toHaveCount(2);
  });

  await test.step('a wire that cannot be says why, and nothing changes', async () => {
    const before = await weft.documentText();
    await take(weft, weft.port('make', 'out:count'), weft.port('tell', 'in:model'));
    await expect(page.locator('.jp-WeftWireInHand-reason')).toContainText('"model" expects Model');
    await mouse.up();
    await expect(page.locator('.Toastify__toast')).toContainText('"model" expects Model');
    expect(await weft.documentText()).toBe(before);
  });

  await test.step('Escape gives up the wire in hand', async () => {
    const before = await weft.documentText();
    await take(weft, weft.port('train', 'out:model'), weft.port('tell', 'in:model'));
    await expect(page.locator('.jp-WeftWireInHand')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(page.locator('.jp-WeftWireInHand')).toHaveCount(0);
    await mouse.move(700, 600);
    await mouse.up();
    await expect(page.locator('.jp-mod-wiring')).toHaveCount(0);
    expect(await weft.documentText()).toBe(before);
  });

  await test.step('Escape puts a dragged node back and keeps the selection', async () => {
    const before = await weft.documentText();
    const start = await middle(weft.node('tell').locator('.jp-WeftNode-header'));
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(start.x + 40, start.y + 120, { steps: 6 });
    await keyboard.press('Escape');
    await mouse.move(start.x + 60, start.y + 130, { steps: 3 });
    await mouse.up();
    expect(await weft.documentText()).toBe(before);
    const now = await middle(weft.node('tell').locator('.jp-WeftNode-header'));
    expect(Math.abs(now.y - start.y)).toBeLessThan(3);
    await expect(selected).toHaveCount(1);
  });

  await test.step('the end of a wire can be moved to another output, and let go on nothing', async () => {
    await weft.drag(weft.port('train', 'out:model'), weft.port('tell', 'in:model'));
    await expect(weft.edges).toHaveCount(3);
    const before = await weft.documentText();
    const end = await middle(weft.port('train', 'in:data'));
    await weft.drag({ x: end.x - 20, y: end.y }, weft.port('train', 'in:epochs'));
    expect(await weft.documentText()).toBe(before);
    await weft.drag({ x: end.x - 20, y: end.y }, { x: end.x - 40, y: end.y + 260 });
    await expect(weft.edges).toHaveCount(2);
    expect((await inputs('train')).data.from).toBeUndefined();
    await oneUndoTakesBack(before);
  });

  await test.step('a wire between the headers of nodes puts them in order', async () => {
    await weft.drag(weft.port('make', 'out:'), weft.port('tell', 'in:'));
    await expect.poll(async () => (await weft.document()).nodes.tell.after).toEqual(['make']);
    await keyboard.press('Control+z');
    await expect(weft.edges).toHaveCount(3);
  });

  await test.step('F2 renames', async () => {
    await weft.node('make').locator('.jp-WeftNode-header').click();
    await keyboard.press('F2');
    await keyboard.type('Fetch');
    await keyboard.press('Enter');
    await expect(weft.node('make').locator('.jp-WeftNode-title')).toHaveText('Fetch');
    await expect(weft.node('make')).toBeFocused();
  });

  await test.step('delete and undo are one step, and bring the wires back', async () => {
    const before = await weft.documentText();
    await keyboard.press('Delete');
    await expect(weft.nodes).toHaveCount(2);
    await expect(weft.edges).toHaveCount(1);
    await oneUndoTakesBack(before);
    await expect(weft.edges).toHaveCount(3);
  });

  await test.step('duplicate, cut, copy and paste', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const before = await weft.documentText();
    await weft.node('tell').locator('.jp-WeftNode-header').click();
    await keyboard.press('Control+d');
    await expect(weft.nodes).toHaveCount(4);
    await expect(selected).toHaveCount(1);
    await keyboard.press('Control+x');
    await expect(weft.nodes).toHaveCount(3);
    await keyboard.press('Control+v');
    await expect(weft.nodes).toHaveCount(4);
    await keyboard.press('Control+c');
    await keyboard.press('Control+v');
    await expect(weft.nodes).toHaveCount(5);
    for (let left = 4; left > 0; left--) {
      await keyboard.press('Control+z');
    }
    await expect.poll(() => weft.documentText()).toBe(before);
  });

  await test.step('a box selects, and several move as one', async () => {
    const before = (await weft.document()).layout;
    const text = await weft.documentText();
    const [a, b] = [(await weft.node('make').boundingBox())!, (await weft.node('train').boundingBox())!];
    await keyboard.down('Shift');
    await mouse.move(a.x - 20, a.y - 20);
    await mouse.down();
    await mouse.move(b.x + b.width / 2, b.y + b.height + 20, { steps: 8 });
    await mouse.up();
    await keyboard.up('Shift');
    await expect(selected).toHaveCount(2);
    const grip = await middle(weft.node('make').locator('.jp-WeftNode-header'));
    await weft.drag(weft.node('make').locator('.jp-WeftNode-header'), { x: grip.x, y: grip.y + 90 });
    const after = (await weft.document()).layout;
    expect(after.train[1] - before.train[1]).toBe(after.make[1] - before.make[1]);
    expect(after.make[1]).toBeGreaterThan(before.make[1] + 40);
    expect(after.tell).toEqual(before.tell);
    await expect(selected).toHaveCount(2);
    await oneUndoTakesBack(text);
  });

  await test.step('tidy is one step; fit and the zoom buttons show more or less', async () => {
    await keyboard.press('Control+a');
    await weft.command('weft:nudge-far-down');
    await weft.drag(weft.node('tell').locator('.jp-WeftNode-header'), { x: 500, y: 700 });
    const before = await weft.documentText();
    await weft.command('weft:tidy');
    await expect.poll(() => weft.documentText()).not.toBe(before);
    const { make, train, tell } = (await weft.document()).layout;
    expect(make[0]).toBeLessThan(train[0]);
    expect(train[0]).toBeLessThan(tell[0]);
    await oneUndoTakesBack(before);
    const zoom = () =>
      page.evaluate(
        () => new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')!).transform).a
      );
    await page.getByRole('button', { name: 'Fit', exact: true }).last().click();
    await settled(weft);
    const fitted = await zoom();
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await settled(weft);
    expect(await zoom()).toBeLessThan(fitted);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await settled(weft);
    expect(await zoom()).toBeCloseTo(fitted, 3);
    await weft.closeAll();
  });

  await test.step('an edge that follows from the code can be taken off and brought back', async () => {
    await weft.open('breast-cancer.weft');
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(15);
    await settled(weft);
    const label = page.locator('.jp-WeftWire-label', { hasText: /^df$/ }).last();
    await label.click();
    await keyboard.press('Delete');
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(14);
    expect(JSON.stringify((await weft.document()).nodes.split)).toContain('"removed"');
    await keyboard.press('Control+z');
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(15);
    await weft.closeAll();
  });

  await test.step('200 nodes open and pan, with only those in sight on the page', async () => {
    await weft.upload('many.weft', text(many(200)));
    const start = Date.now();
    await weft.open('many.weft');
    await expect(weft.nodes.first()).toBeVisible();
    process.stdout.write(`200 nodes open after ${Date.now() - start} ms\n`);
    await weft.command('weft:zoom-100');
    await settled(weft);
    const shown = await weft.nodes.count();
    expect(shown).toBeGreaterThan(3);
    expect(shown).toBeLessThan(40);
    const first = await weft.nodes.first().getAttribute('data-weft-node');
    const frames = await pan(weft);
    process.stdout.write(
      `panned ${frames.length} frames, the slowest ${Math.round(Math.max(...frames))} ms\n`
    );
    await expect(weft.node(first ?? '')).toHaveCount(0);
    expect(await weft.nodes.count()).toBeLessThan(40);
    expect(await weft.edgeIds()).toHaveLength(199);
  });
});

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

/** Takes a wire at one port and holds it over another. */
async function take(weft: WeftPage, from: ReturnType<WeftPage['port']>, to: typeof from): Promise<void> {
  const { mouse } = weft.page;
  const [start, end] = [await middle(from), await middle(to)];
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(start.x + 12, start.y + 8, { steps: 4 });
  await mouse.move(end.x, end.y, { steps: 10 });
}

/** Pans far by the empty canvas; the times between frames, in milliseconds. */
async function pan(weft: WeftPage): Promise<number[]> {
  const { page } = weft;
  const canvas = (await weft.canvas.boundingBox())!;
  const frames = page.evaluate(async () => {
    const times: number[] = [];
    const start = performance.now();
    for (let last = start; last - start < 1500;) {
      const now = await new Promise<number>(resolve => requestAnimationFrame(resolve));
      times.push(now - last);
      last = now;
    }
    return times;
  });
  const empty = await emptyPoint(weft);
  await page.mouse.move(empty.x, empty.y);
  await page.mouse.down();
  await page.mouse.move(canvas.x - 1500, canvas.y - 900, { steps: 40 });
  await page.mouse.up();
  return frames;
}

/** A point of the canvas with nothing on it. */
async function emptyPoint(weft: WeftPage): Promise<{ x: number; y: number }> {
  return weft.page.evaluate(() => {
    const { left, top, right, bottom } = document.querySelector('.react-flow')!.getBoundingClientRect();
    for (let y = bottom - 30; y > top; y -= 20) {
      for (let x = right - 30; x > left; x -= 20) {
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) {
          return { x, y };
        }
      }
    }
    throw new Error('the canvas is full');
  });
}
