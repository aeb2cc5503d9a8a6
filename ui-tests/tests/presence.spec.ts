import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { STEPS } from '../pipelines';
import { expect, test } from '../test';
import { middle } from '../weft';

test('two who have a pipeline open see each other at work', async ({ weft, page, browser, baseURL }) => {
  await weft.upload('steps.weft', STEPS);
  await weft.open('steps.weft');
  const context = await browser.newContext({ baseURL, viewport: { width: 1200, height: 800 } });
  const other = await context.newPage();
  await other.goto(`/lab/tree/${weft.folder}/steps.weft?reset`);
  const theirs = (id: string) => other.locator(`[data-weft-node="${id}"]`);
  await theirs('train').waitFor();

  const avatars = page.locator('.jp-WeftHere-user');
  const mark = page.locator('[data-weft-marked="train"]');
  let name = '';

  await test.step('an avatar, and a word to readers of the page', async () => {
    await expect(avatars).toHaveCount(1);
    await expect(other.locator('.jp-WeftHere-user')).toHaveCount(1);
    name = ((await avatars.getAttribute('aria-label')) ?? '').replace('Follow ', '');
    await expect(page.locator('.jp-WeftCanvas-live')).toContainText(`Here now: ${name}.`);
  });

  await test.step('where the other points, and what is selected there', async () => {
    await theirs('train').click();
    await expect(page.locator('.jp-WeftPeers-cursor')).toContainText(name);
    await expect(mark).toContainText(name);
    await expect.poll(() => apart(page, '.jp-WeftPeers-cursor', '[data-weft-node="train"]')).toBeLessThan(20);
  });

  await test.step('a pointer that moves changes nothing of the drawing', async () => {
    const changes = countChanges(page, '.react-flow__nodes, .react-flow__edges');
    const at = await middle(theirs('report'));
    const here = await page.locator('.jp-WeftPeers-cursor').boundingBox();
    await other.mouse.move(at.x, at.y, { steps: 30 });
    await expect
      .poll(() => apart(page, '.jp-WeftPeers-cursor', '[data-weft-node="report"]'))
      .toBeLessThan(20);
    expect(await page.locator('.jp-WeftPeers-cursor').boundingBox()).not.toEqual(here);
    expect(await (await changes)()).toBe(0);
  });

  await test.step('a node in the other’s hand moves here; the document hears of it when it is let go', async () => {
    const before = (await weft.document()).layout.train;
    const at = await theirs('train').boundingBox();
    const [x, y] = [(at?.x ?? 0) + 100, (at?.y ?? 0) + 20];
    await other.mouse.move(x, y);
    await other.mouse.down();
    await other.mouse.move(x + 20, y + 20, { steps: 3 });
    await other.mouse.move(x, y + 160, { steps: 10 });
    const drawn = () => weft.node('train').evaluate(node => (node as HTMLElement).style.transform);
    await expect.poll(drawn).not.toBe(`translate(${before[0]}px, ${before[1]}px)`);
    expect((await weft.document()).layout.train).toEqual(before);
    await other.mouse.up();
    await expect.poll(async () => (await weft.document()).layout.train).not.toEqual(before);
    const [left, top] = (await weft.document()).layout.train;
    await expect.poll(drawn).toBe(`translate(${left}px, ${top}px)`);
  });

  await test.step('the inspector says who has a node open, and who is in a field', async () => {
    await other.evaluate(() => window.jupyterapp.shell.activateById('jp-weft-right'));
    await other.locator('.jp-WeftInspector [data-field="image"] input').click();
    await weft.showInspector();
    await weft.select('train');
    await expect(page.locator('.jp-WeftPeersHere')).toContainText(`${name} has this open.`);
    await expect(page.locator('[data-field="image"] .jp-WeftPeers-name')).toHaveText(`${name} is editing`);
  });

  await test.step('without a fault, in light and dark', async () => {
    for (const dark of [false, true]) {
      await (dark ? page.theme.setDarkTheme() : page.theme.setLightTheme());
      const { violations } = await new AxeBuilder({ page })
        .include('.jp-WeftEditor')
        .include('.jp-WeftInspector')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)).toEqual(
        []
      );
    }
    await page.theme.setLightTheme();
  });

  await test.step('who follows goes where the other goes, until Escape', async () => {
    const view = () =>
      page.locator('.react-flow__viewport').evaluate(element => (element as HTMLElement).style.transform);
    await avatars.first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.jp-WeftFollowing-pill')).toContainText(name);
    const followed = await view();
    await other.evaluate(() => void window.jupyterapp.commands.execute('weft:zoom-in'));
    await expect.poll(view).not.toBe(followed);
    await page.keyboard.press('Escape');
    await expect(page.locator('.jp-WeftFollowing-pill')).toHaveCount(0);
    await expect(page.locator('.jp-WeftCanvas-live')).toContainText('You no longer follow');
    const stays = await view();
    await other.evaluate(() => void window.jupyterapp.commands.execute('weft:zoom-out'));
    await expect.poll(() => mark.count()).toBe(1);
    expect(await view()).toBe(stays);
  });

  await test.step('the node whose settings are open is deleted by the other: it is said', async () => {
    await other.evaluate(() => void window.jupyterapp.commands.execute('weft:delete'));
    await expect(page.locator('.jp-WeftCanvas-live')).toContainText(`${name} deleted Train`);
    await expect(weft.node('train')).toHaveCount(0);
  });

  await test.step('and is gone with the page', async () => {
    await context.close();
    await expect(avatars).toHaveCount(0);
    await expect(page.locator('.jp-WeftPeers-cursor, .jp-WeftPeers-mark')).toHaveCount(0);
  });
});

/** How far the point of a cursor is from the middle of a node on the screen. */
async function apart(page: Page, cursor: string, node: string): Promise<number> {
  const at = await page.locator(cursor).boundingBox();
  const { x, y } = await middle(page.locator(node));
  return Math.hypot((at?.x ?? 0) - x, (at?.y ?? 0) - y);
}

/** Counts what changes in parts of the page from now on; the answer says how much it was. */
async function countChanges(page: Page, parts: string): Promise<() => Promise<number>> {
  await page.evaluate(parts => {
    const count = { changes: 0 };
    const observer = new MutationObserver(changes => (count.changes += changes.length));
    const options = { subtree: true, childList: true, attributes: true };
    document.querySelectorAll(parts).forEach(part => observer.observe(part, options));
    Object.assign(window, { count });
  }, parts);
  return () => page.evaluate(() => (window as unknown as { count: { changes: number } }).count.changes);
}
