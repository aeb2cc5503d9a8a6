import { notebookText } from '../notebook';
import { expect, test } from '../test';
import type { WeftPage } from '../weft';

const NOTEBOOK = notebookText([
  ['#intro', '# Numbers'],
  ['load', 'raw = list(range(3))'],
  ['clean', 'tidy = sorted(raw)'],
  ['total', 'total = sum(tidy)'],
  ['show', 'print(total)']
]);
const PIPELINE = '{ "weft": 1, "id": "cells00000000000000000", "name": "numbers", "nodes": {} }\n';

test('cells of a notebook', async ({ weft, page }) => {
  await weft.upload('numbers.ipynb', NOTEBOOK);
  await weft.upload('numbers.weft', PIPELINE);
  await weft.besideNotebook('numbers.weft', 'numbers.ipynb');
  const cell = (index: number) => page.locator('.jp-Notebook .jp-Cell').nth(index);
  const prompt = (index: number) => cell(index).locator('.jp-InputPrompt');
  const canvas = (await weft.canvas.boundingBox())!;
  const at = (x: number, y: number) => ({ x: canvas.x + x, y: canvas.y + y });
  const ids: Record<string, string> = {};

  await test.step('a cell dragged by its prompt becomes a node where it is dropped', async () => {
    await weft.drag(prompt(1), at(60, 60));
    await expect(weft.nodes).toHaveCount(1);
    ids.load = await newest(weft, []);
    const box = (await weft.node(ids.load).boundingBox())!;
    expect(Math.abs(box.x - canvas.x - 60)).toBeLessThan(12);
    expect(Math.abs(box.y - canvas.y - 60)).toBeLessThan(12);
    const node = (await weft.document()).nodes[ids.load];
    expect(node).toMatchObject({ kind: 'cells', notebook: 'numbers.ipynb', cells: [{ id: 'load' }] });
    expect(JSON.stringify(node)).toMatch(/"hash":"[0-9a-f]{16}"/);
  });

  await test.step('two selected cells become one node, fed by the first', async () => {
    await prompt(2).click();
    await prompt(3).click({ modifiers: ['Shift'] });
    await weft.drag(prompt(3), at(340, 60));
    await expect(weft.nodes).toHaveCount(2);
    ids.sum = await newest(weft, Object.values(ids));
    expect((await weft.document()).nodes[ids.sum].cells).toMatchObject([{ id: 'clean' }, { id: 'total' }]);
    await expect(weft.edges).toHaveCount(1);
    await expect(weft.canvas).toContainText('raw');
  });

  await test.step('the context menu of a cell and the command add it', async () => {
    await cell(4).locator('.jp-InputArea-editor').click({ button: 'right' });
    await page.locator('.lm-Menu-itemLabel', { hasText: 'Add Cell to Pipeline' }).click();
    await expect(weft.nodes).toHaveCount(3);
    ids.show = await newest(weft, Object.values(ids));
    expect((await weft.document()).nodes[ids.show].cells).toMatchObject([{ id: 'show' }]);
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(2);
    await prompt(4).click();
    await weft.command('weft:add-cells');
    await expect(weft.nodes).toHaveCount(4);
    await weft.command('weft:undo');
    await expect(weft.nodes).toHaveCount(3);
  });

  await test.step('a drop without code cells says why nothing came of it', async () => {
    await weft.drag(prompt(0), at(60, 300));
    await expect(page.locator('.Toastify__toast')).toContainText('Only code cells');
    await expect(weft.nodes).toHaveCount(3);
  });

  await test.step('an edge says which cells are behind it', async () => {
    await weft.command('weft:fit');
    await page.waitForTimeout(300);
    const label = page.locator('.jp-WeftWire-label', { hasText: 'raw' });
    await label.hover();
    await expect(page.locator('.jp-WeftWire-reason')).toHaveText('"raw" written in cell 2, read in cell 3');
    await page.mouse.move(canvas.x + 10, canvas.y + 10);
    await expect(page.locator('.jp-WeftWire-reason')).toHaveCount(0);
  });

  await test.step('edges follow an edit of the open notebook', async () => {
    const spent = await millisecondsUntilDrawn(page, 'clean', 'tidy = sorted([1])', 1);
    const back = await millisecondsUntilDrawn(page, 'clean', 'tidy = sorted(raw)', 2);
    process.stdout.write(
      `edges followed an edit after ${Math.round(spent)} ms, and back after ${Math.round(back)} ms\n`
    );
    expect(Math.max(spent, back)).toBeLessThan(1000);
  });

  await test.step('a cell that stops parsing keeps its last good edges, greyed', async () => {
    await cell(3).locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' +');
    await expect(weft.node(ids.sum).locator('.jp-WeftNode-problems.jp-type-error')).toBeVisible();
    await expect(page.locator('.react-flow__edge.jp-mod-stale')).toHaveCount(1);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect(weft.node(ids.sum).locator('.jp-WeftNode-problems')).toHaveCount(0);
    await expect(page.locator('.react-flow__edge.jp-mod-stale')).toHaveCount(0);
  });

  await test.step('a changed cell is marked until it is accepted', async () => {
    await cell(1).locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' + [4]');
    await weft.showInspector();
    // The inspector narrows the canvas: what stood at its edge is out of sight.
    await weft.command('weft:fit');
    await page.waitForTimeout(300);
    await weft.node(ids.load).locator('.jp-WeftNode-header').click();
    const state = page.locator('.jp-WeftCells-state');
    await expect(state).toContainText('changed');
    await expect(weft.node(ids.load).locator('.jp-WeftNode-cells.jp-mod-changed')).toBeVisible();
    await page.getByRole('button', { name: /^Accept/ }).click();
    await expect(state).toContainText('as drawn');
    await expect(weft.node(ids.load).locator('.jp-mod-changed')).toHaveCount(0);
  });

  await test.step('a deleted cell is missing, and back with its cell', async () => {
    await prompt(4).click();
    await weft.command('notebook:delete-cell');
    await expect(weft.node(ids.show).locator('.jp-WeftNode-problems.jp-type-error')).toBeVisible();
    await weft.node(ids.show).locator('.jp-WeftNode-header').click();
    await expect(page.locator('.jp-WeftCells-state')).toContainText('missing');
    await weft.command('notebook:undo-cell-action');
    await expect(weft.node(ids.show).locator('.jp-WeftNode-problems')).toHaveCount(0);
  });

  await test.step('a cell that was copied and lost its first self is found by its source, and can be kept', async () => {
    await prompt(4).click();
    await weft.command('notebook:copy-cell');
    await weft.command('notebook:paste-cell-below');
    await prompt(4).click();
    await weft.command('notebook:delete-cell');
    await weft.node(ids.show).locator('.jp-WeftNode-header').click();
    await expect(page.locator('.jp-WeftCells-state')).toContainText('found by its source');
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(2);
    await page.getByRole('button', { name: /^Keep: / }).click();
    await expect(page.locator('.jp-WeftCells-state')).toHaveText('as drawn');
    expect((await weft.document()).nodes[ids.show].cells).not.toMatchObject([{ id: 'show' }]);
    await expect(weft.node(ids.show).locator('.jp-WeftNode-problems')).toHaveCount(0);
  });

  await test.step('Enter on a node of cells opens the notebook at its cell', async () => {
    await weft.node(ids.load).locator('.jp-WeftNode-header').click();
    await page.keyboard.press('Enter');
    await expect(cell(1)).toHaveClass(/jp-mod-active/);
  });
});

/** The id of the node that was not there before. */
async function newest(weft: WeftPage, before: string[]): Promise<string> {
  const found = Object.keys((await weft.document()).nodes).filter(id => !before.includes(id));
  expect(found).toHaveLength(1);
  return found[0];
}

/** Gives a cell another source, and tells how long the page took to draw this many edges, in milliseconds. */
async function millisecondsUntilDrawn(
  page: WeftPage['page'],
  cell: string,
  source: string,
  edges: number
): Promise<number> {
  return page.evaluate(
    async ([cell, source, edges]) => {
      const all = [...window.jupyterapp.shell.widgets('main')];
      const notebook = all.find(widget => widget.context?.path.endsWith('.ipynb'));
      const start = performance.now();
      notebook?.context.model.sharedModel.cells.find(({ id }) => id === cell)?.setSource(source);
      while (document.querySelectorAll('[data-weft-edge]').length !== edges) {
        if (performance.now() - start > 10_000) {
          throw new Error('the edges did not follow');
        }
        await new Promise(resolve => setTimeout(resolve, 4));
      }
      return performance.now() - start;
    },
    [cell, source, edges] as const
  );
}
