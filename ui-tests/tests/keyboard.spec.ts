import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../test';
import type { WeftPage } from '../weft';

const EMPTY = '{ "weft": 1, "id": "keys00000000000000000", "name": "keys", "nodes": {} }\n';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PARTS = ['.jp-WeftEditor', '#jp-weft-left', '#jp-weft-right'];

test('the keyboard alone, and readers of the page', async ({ weft, page }) => {
  const { keyboard } = page;
  const focused = page.locator('[data-weft-node]:focus');
  const said = page.locator('.jp-WeftCanvas-live');
  const layout = async () => (await weft.document()).layout;
  await weft.uploadExample();
  await weft.upload('keys.weft', EMPTY);
  await weft.open('keys.weft');

  await test.step('an empty pipeline with both sidebars has no fault', async () => {
    await page.evaluate(() => window.jupyterapp.shell.activateById('jp-weft-left'));
    await weft.showInspector();
    await expect(weft.canvas).toContainText('This pipeline is empty');
    await noFaults(weft);
  });

  const ids: string[] = [];
  await test.step('containers are added from the palette, and renamed', async () => {
    for (const title of ['Fetch', 'Train', 'Report']) {
      await fromPalette(weft, 'Add Container');
      await expect(weft.nodes).toHaveCount(ids.length + 1);
      ids.push(Object.keys((await weft.document()).nodes).find(id => !ids.includes(id)) ?? '');
      await expect(weft.node(ids.at(-1) ?? '')).toBeFocused();
      await keyboard.press('F2');
      await keyboard.type(title);
      await keyboard.press('Enter');
      await expect(focused.locator('.jp-WeftNode-title')).toHaveText(title);
    }
  });

  await test.step('they move by Ctrl and arrows, one undo step each', async () => {
    const before = await layout();
    await keyboard.press('Control+ArrowRight');
    await keyboard.press('Control+Shift+ArrowDown');
    const [x, y] = before[ids[2]];
    await expect.poll(async () => (await layout())[ids[2]]).toEqual([x + 10, y + 40]);
    await keyboard.press('Control+z');
    await expect.poll(async () => (await layout())[ids[2]]).toEqual([x + 10, y]);
    await keyboard.press('Control+z');
    await expect.poll(layout).toEqual(before);
    for (let i = 0; i < 10; i++) {
      await keyboard.press('Control+Shift+ArrowRight');
    }
    await expect.poll(async () => (await layout())[ids[2]]).toEqual([x + 400, y]);
  });

  await test.step('C connects two of them, Escape gives up', async () => {
    await keyboard.press('c');
    await expect(said).toContainText('Connecting from Report');
    await keyboard.press('Escape');
    await expect(said).toContainText('given up');
    await keyboard.press('ArrowLeft');
    const from = await focused.getAttribute('data-weft-node');
    await keyboard.press('c');
    await keyboard.press('ArrowRight');
    await expect(weft.node(ids[2])).toBeFocused();
    await keyboard.press('c');
    await expect.poll(async () => (await weft.document()).nodes[ids[2]].after).toEqual([from]);
    await expect(said).toContainText('now runs after');
    await keyboard.press('Shift+Alt+ArrowDown');
    await expect(said).toContainText('Edge: Report runs after');
    await keyboard.press('Delete');
    await expect.poll(async () => (await weft.document()).nodes[ids[2]].after).toBeUndefined();
    await keyboard.press('Control+z');
    await expect.poll(async () => (await weft.document()).nodes[ids[2]].after).toEqual([from]);
  });

  await test.step('Enter on a container shows its settings', async () => {
    await page.evaluate(() => window.jupyterapp.commands.execute('application:toggle-right-area'));
    await expect(page.locator('#jp-weft-right')).toBeHidden();
    await page.evaluate(() => window.jupyterapp.commands.execute('weft:walk-left'));
    await keyboard.press('Enter');
    await expect(page.locator('#jp-weft-right .jp-WeftInspector')).toBeVisible();
    await weft.closeAll();
  });

  await test.step('the canvas is one tab stop', async () => {
    await weft.open('breast-cancer.weft');
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(15);
    await weft.canvas.focus();
    await keyboard.press('ArrowRight');
    await expect(focused).toHaveCount(1);
    await keyboard.press('ArrowRight');
    await expect(focused).toHaveCount(1);
    await keyboard.press('Tab');
    await expect(page.locator('.react-flow__attribution a')).toBeFocused();
    await keyboard.press('Shift+Tab');
    await expect(focused).toHaveCount(1);
    await keyboard.press('Shift+Tab');
    await expect(weft.canvas.locator(':focus')).toHaveCount(0);
    await expect(weft.canvas).not.toBeFocused();
  });

  for (const theme of ['Light', 'Dark']) {
    await test.step(`the editor and its sidebars have no fault in the ${theme.toLowerCase()} theme`, async () => {
      await weft.command('apputils:change-theme', { theme: `JupyterLab ${theme}` });
      await expect(page.locator('body')).toHaveAttribute('data-jp-theme-light', String(theme === 'Light'));
      await weft.node('network').locator('.jp-WeftNode-header').click();
      await expect(page.locator('.jp-WeftInspector')).toContainText('Train network');
      await noFaults(weft);
    });
  }
  await weft.command('apputils:change-theme', { theme: 'JupyterLab Light' });
});

/** Runs a command from the command palette, by keys. */
async function fromPalette({ page }: WeftPage, label: string): Promise<void> {
  await page.keyboard.press('Control+Shift+c');
  await page.locator('.lm-CommandPalette-input').waitFor();
  await page.keyboard.type(label);
  await page.locator('.lm-CommandPalette-item.lm-mod-active', { hasText: label }).waitFor();
  await page.keyboard.press('Enter');
}

/** Fails with what axe found, by rule and element. */
async function noFaults({ page }: WeftPage): Promise<void> {
  const builder = PARTS.reduce((axe, part) => axe.include(part), new AxeBuilder({ page })).withTags(RULES);
  const { violations } = await builder.analyze();
  expect(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
    )
  ).toEqual([]);
}
