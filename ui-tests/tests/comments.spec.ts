import AxeBuilder from '@axe-core/playwright';
import { STEPS } from '../pipelines';
import { expect, test } from '../test';
import type { WeftPage } from '../weft';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('a pipeline is discussed, by pointer and by keys, and the file keeps what was said', async ({
  weft,
  page
}) => {
  const { keyboard } = page;
  const panel = page.locator('.jp-WeftComments');
  const threads = panel.locator('.jp-WeftThread');
  const field = panel.locator('.jp-WeftComments-begin textarea');
  await weft.upload('steps.weft', STEPS);
  await weft.open('steps.weft');
  await weft.showInspector();

  await test.step('a comment on the node that is selected, by keys alone', async () => {
    await weft.node('train').click();
    await keyboard.press('Control+Alt+m');
    await expect(field).toBeFocused();
    await expect(panel.locator('.jp-WeftComments-begin strong')).toHaveText('Train');
    await keyboard.type('Why this image?');
    await keyboard.press('Enter');
    await keyboard.type('It has no GPU.');
    await keyboard.press('Control+Enter');
    await expect(threads).toHaveCount(1);
    await expect(threads.locator('.jp-WeftMessage-text')).toHaveText('Why this image?\nIt has no GPU.');
    await expect(weft.node('train')).toBeFocused();
  });

  await test.step('it is pinned to the node, and in its name', async () => {
    const pin = page.locator('.jp-WeftPin');
    await expect(pin).toHaveCount(1);
    const [at, node] = [await pin.boundingBox(), await weft.node('train').boundingBox()];
    expect(Math.abs((at?.x ?? 0) - ((node?.x ?? 0) + (node?.width ?? 0)))).toBeLessThan(40);
    await expect(weft.node('train')).toHaveAttribute('aria-label', /1 comment/);
  });

  await test.step('it is answered by keys', async () => {
    await weft.node('fetch').click();
    await keyboard.press('Escape');
    await keyboard.press('Shift+]');
    await expect(page.locator('.jp-WeftCanvas-live')).toContainText('Why this image?');
    await keyboard.press('Shift+R');
    await expect(threads.first().locator('textarea')).toBeFocused();
    await keyboard.type('Because.');
    await keyboard.press('Control+Enter');
    await expect(threads.first().locator('.jp-WeftMessage')).toHaveCount(2);
  });

  await test.step('another on a place, from the menu of the canvas', async () => {
    const box = await weft.canvas.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 80, (box?.y ?? 0) + 80, { button: 'right' });
    await page.getByRole('menuitem', { name: /^Comment/ }).click();
    await expect(field).toBeFocused();
    await field.fill('Room for one more step');
    await panel.getByRole('button', { name: 'Comment', exact: true }).last().click();
    await expect(page.locator('.jp-WeftPin')).toHaveCount(2);
    await expect(threads).toHaveCount(2);
  });

  await test.step('it has no fault in light and dark', async () => {
    await noFaults(weft);
    await page.theme.setDarkTheme();
    await noFaults(weft);
    await page.theme.setLightTheme();
  });

  await test.step('resolved it leaves the canvas, and comes back when it is reopened', async () => {
    const first = threads.filter({ hasText: 'Train' });
    await first.getByRole('button', { name: 'Resolve' }).click();
    await expect(page.locator('.jp-WeftPin')).toHaveCount(1);
    await panel.getByRole('combobox').selectOption('resolved');
    await first.getByRole('button', { name: 'Reopen' }).click();
    await expect(page.locator('.jp-WeftPin')).toHaveCount(2);
    await panel.getByRole('combobox').selectOption('open');
  });

  await test.step('what one said can be taken back; undo leaves comments alone', async () => {
    await panel.getByRole('button', { name: 'Take back what you said' }).click();
    await expect(threads).toHaveCount(1);
    await weft.command('weft:undo');
    await expect(threads).toHaveCount(1);
  });

  await test.step('the file has it', async () => {
    await weft.command('docmanager:save');
    await expect.poll(() => weft.fileText('steps.weft')).toContain('It has no GPU.');
    const { comments } = JSON.parse(await weft.fileText('steps.weft')) as { comments: object };
    expect(Object.values(comments)).toEqual([expect.objectContaining({ node: 'train' })]);
  });
});

/** Fails with what axe found, by rule and element. */
async function noFaults({ page }: WeftPage): Promise<void> {
  const builder = new AxeBuilder({ page })
    .include('.jp-WeftEditor')
    .include('.jp-WeftComments')
    .withTags(RULES);
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)).toEqual([]);
}
