import { cellRef, notebookText, pipelineText, type TestCell } from '../notebook';
import { expect, test } from '../test';
import type { WeftPage } from '../weft';

const LOAD: TestCell = ['load', 'raw = list(range(3))'];
const CLEAN: TestCell = ['clean', 'tidy = sorted(raw)\n\ntotal = sum(tidy)'];
const SHOW: TestCell = ['show', 'print(total)'];

/** Opens the pipeline of three steps beside its notebook. */
async function open(weft: WeftPage): Promise<void> {
  await weft.upload(
    'numbers.ipynb',
    notebookText([['#top', '# Numbers\n\n## Make some'], LOAD, CLEAN, SHOW])
  );
  await weft.upload(
    'numbers.weft',
    pipelineText({
      load: ['numbers.ipynb', [LOAD]],
      clean: ['numbers.ipynb', [CLEAN]],
      show: ['numbers.ipynb', [SHOW]]
    })
  );
  await weft.besideNotebook('numbers.weft', 'numbers.ipynb');
  await weft.showInspector();
  await expect.poll(() => weft.edgeIds()).toHaveLength(2);
  await fit(weft);
}

/** Brings all nodes into sight: those out of it are not on the page. */
async function fit(weft: WeftPage): Promise<void> {
  await weft.command('weft:fit');
  await weft.page.waitForTimeout(300);
}

/** What the cells of a node are said to be, in order. */
async function states(weft: WeftPage, node: string): Promise<string[]> {
  await weft.select(node);
  return weft.page.locator('.jp-WeftCells-state').allInnerTexts();
}

const held = async (weft: WeftPage, node: string) =>
  ((await weft.document()).nodes[node].cells as { id: string }[]).map(({ id }) => id);
const button = (weft: WeftPage, name: RegExp) => weft.page.getByRole('button', { name });

test('cells are followed wherever they go', async ({ weft, page }) => {
  await open(weft);
  const cell = (index: number) => page.locator('.jp-Notebook .jp-Cell').nth(index);
  const prompt = (index: number) => cell(index).locator('.jp-InputPrompt');

  await test.step('a node is called as the heading above its first cell, live', async () => {
    const title = weft.node('load').locator('.jp-WeftNode-title');
    await expect(title).toHaveText('Make some');
    await setSource(weft, 'top', '# Numbers\n\n## Load *numbers*');
    await expect(title).toHaveText('Load numbers');
    await page.evaluate(() => window.jupyterapp.shell.activateById('jp-weft-left'));
    await expect(page.getByRole('treeitem', { name: /Load numbers/ })).toBeVisible();
    await weft.command('application:toggle-left-area');
    await fit(weft);
    await expect(weft.node('show').locator('.jp-WeftNode-title')).toHaveText('print(total)');
    expect((await weft.document()).nodes.load.title).toBeUndefined();
  });

  await test.step('moving a cell down and back changes nothing but its place', async () => {
    await prompt(1).click();
    await weft.command('notebook:move-cell-down');
    await expect.poll(() => weft.edgeIds()).toHaveLength(1);
    await weft.command('notebook:move-cell-up');
    await expect.poll(() => weft.edgeIds()).toHaveLength(2);
    expect(await states(weft, 'load')).toEqual(['as drawn']);
  });

  await test.step('a cell that was cut and pasted is the same', async () => {
    await prompt(3).click();
    await weft.command('notebook:cut-cell');
    await expect(weft.node('show').locator('.jp-WeftNode-problems.jp-type-error')).toBeVisible();
    await weft.command('notebook:paste-cell-below');
    await expect.poll(() => weft.edgeIds()).toHaveLength(2);
    expect(await states(weft, 'show')).toEqual(['as drawn']);
  });

  await test.step('a copy whose first self is gone is found by its source, and stays found when edited', async () => {
    await prompt(3).click();
    await weft.command('notebook:copy-cell');
    await weft.command('notebook:paste-cell-below');
    await prompt(3).click();
    await weft.command('notebook:delete-cell');
    await expect.poll(() => states(weft, 'show')).toEqual(['as drawn, found by its source']);
    expect(await held(weft, 'show')).toEqual(['show']);
    await expect.poll(() => weft.edgeIds()).toHaveLength(2);
    await cell(3).locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('  # now');
    await expect.poll(() => states(weft, 'show')).toEqual(['changed since it was drawn']);
    expect(await held(weft, 'show')).not.toEqual(['show']);
    await button(weft, /^Accept/).click();
    await expect.poll(() => states(weft, 'show')).toEqual(['as drawn']);
  });

  await test.step('a cell that is split runs as both halves until one is chosen', async () => {
    await cell(2).locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await weft.command('notebook:split-cell-at-cursor');
    await expect(page.locator('.jp-Notebook .jp-Cell')).toHaveCount(5);
    await expect.poll(() => states(weft, 'clean')).toEqual(Array(2).fill('piece of a cell that was split'));
    await expect.poll(() => weft.edgeIds()).toHaveLength(2);
    await page.screenshot({ path: test.info().outputPath('split.png') });
    await button(weft, /^Only this.*cell 3/).click();
    await expect.poll(() => states(weft, 'clean')).toEqual(['as drawn']);
    await expect.poll(() => weft.edgeIds()).toHaveLength(1);
    await weft.command('weft:undo');
    await expect.poll(() => states(weft, 'clean')).toHaveLength(2);
    await button(weft, /^Keep both.*cell 3/).click();
    await expect.poll(() => states(weft, 'clean')).toEqual(['as drawn', 'as drawn']);
    await expect.poll(() => weft.edgeIds()).toHaveLength(2);
  });

  await test.step('merged cells stay with the first, and the step that lost its cell is told', async () => {
    await prompt(3).click();
    await prompt(4).click({ modifiers: ['Shift'] });
    await weft.command('notebook:merge-cells');
    await expect(page.locator('.Toastify__toast')).toContainText('merged into cell 4');
    await expect.poll(() => states(weft, 'clean')).toEqual(['as drawn', 'changed since it was drawn']);
    expect(await held(weft, 'show')).toEqual([]);
    await page.screenshot({ path: test.info().outputPath('merged.png') });
    await weft.command('notebook:undo-cell-action');
    await expect.poll(() => states(weft, 'clean')).toEqual(['as drawn', 'as drawn']);
    expect(await held(weft, 'show')).toHaveLength(1);
    await expect.poll(() => weft.edgeIds()).toHaveLength(2);
  });

  await test.step('of two cells that could be meant the user chooses one', async () => {
    await prompt(1).click();
    await weft.command('notebook:copy-cell');
    await weft.command('notebook:paste-cell-below');
    await weft.command('notebook:paste-cell-below');
    await prompt(1).click();
    await weft.command('notebook:delete-cell');
    await expect.poll(() => states(weft, 'load')).toEqual(['missing from the notebook']);
    await expect(button(weft, /^Use cell/)).toHaveText(['Use cell 2', 'Use cell 3']);
    await page.screenshot({ path: test.info().outputPath('choices.png') });
    await button(weft, /^Use cell 3/).click();
    await expect.poll(() => states(weft, 'load')).toEqual(['as drawn']);
    await weft.command('weft:undo');
    await expect.poll(() => states(weft, 'load')).toEqual(['missing from the notebook']);
    await weft.command('weft:redo');
    await expect.poll(() => weft.edgeIds()).toHaveLength(2);
  });
});

test('several notebooks in one pipeline', async ({ weft, page }) => {
  const report: TestCell = ['report', 'summary = len(tidy)'];
  await weft.upload('numbers.ipynb', notebookText([LOAD, ['clean', 'tidy = sorted(raw)']]));
  await weft.upload('report.ipynb', notebookText([['other', 'raw = "not this"'], report]));
  await weft.upload(
    'both.weft',
    pipelineText({
      load: ['numbers.ipynb', [LOAD]],
      clean: ['numbers.ipynb', [['clean', 'tidy = sorted(raw)']]],
      other: ['report.ipynb', [['other', 'raw = "not this"']]],
      report: ['report.ipynb', [report]]
    })
  );
  await page.notebook.openByPath(`${weft.folder}/report.ipynb`);
  await weft.besideNotebook('both.weft', 'numbers.ipynb');
  await weft.showInspector();

  await test.step('edges are found within each notebook only', async () => {
    await expect.poll(() => weft.edgeIds()).toEqual(['load:raw->clean:raw']);
    await fit(weft);
    await expect(weft.node('report').locator('.jp-WeftNode-file')).toHaveText('report.ipynb');
    await expect(weft.port('report', 'in:tidy')).toBeVisible();
  });

  await test.step('a name of one can be bound to what another makes, and compiles', async () => {
    await weft.drag(weft.port('clean', 'out:'), weft.port('report', 'in:tidy'));
    await expect.poll(() => weft.edgeIds()).toEqual(['clean:tidy->report:tidy', 'load:raw->clean:raw']);
    expect((await weft.document()).nodes.report.inputs).toMatchObject({
      tidy: { from: { node: 'clean', output: 'tidy' } }
    });
    await page.screenshot({ path: test.info().outputPath('notebooks.png') });
    await weft.command('weft:export-spec');
    await expect.poll(() => weft.fileText('both.yaml')).toContain('taskOutputArtifact');
  });

  await test.step('a cell that went to the other notebook is followed by choice', async () => {
    await insertCell(weft, 'report.ipynb', LOAD[1]);
    await weft.command('docmanager:open', { path: `${weft.folder}/numbers.ipynb` });
    await weft.command('notebook:delete-cell');
    await expect.poll(() => states(weft, 'load')).toEqual(['missing from the notebook']);
    await button(weft, /^Follow to report.ipynb/).click();
    await expect.poll(() => states(weft, 'load')).toEqual(['as drawn']);
    expect((await weft.document()).nodes.load).toMatchObject({
      notebook: 'report.ipynb',
      cells: [{ hash: cellRef(...LOAD).hash }]
    });
    await weft.command('weft:undo');
    expect((await weft.document()).nodes.load).toMatchObject({ notebook: 'numbers.ipynb' });
  });
});

test('steps are kept in the notebook only if the user asks for it', async ({ weft, page }) => {
  await open(weft);
  const marks = () => cellMetadata(weft, 'weft');
  const file = await weft.fileText('numbers.ipynb');
  const before = await notebookModel(weft);

  await test.step('off, no byte of the notebook changes', async () => {
    await rename(weft, 'load', 'Read');
    await weft.select('load', 'clean');
    await weft.command('weft:group-as-loop');
    await weft.command('weft:undo');
    await page.waitForTimeout(500);
    expect(await notebookModel(weft)).toBe(before);
    expect(await weft.fileText('numbers.ipynb')).toBe(file);
  });

  await test.step('on, each cell knows its step', async () => {
    await keepSteps(weft, true);
    const { id } = JSON.parse(await weft.fileText('numbers.weft'));
    const mark = (node: string, step: string) => ({ pipeline: id, node, step });
    const [load, clean, show] = [
      mark('load', 'Read'),
      mark('clean', 'tidy = sorted(raw)'),
      mark('show', 'print(total)')
    ];
    await expect.poll(marks).toEqual([null, load, clean, show]);
    await rename(weft, 'load', 'Load it');
    await expect.poll(marks).toEqual([null, mark('load', 'Load it'), clean, show]);
    await weft.select('clean');
    await weft.command('weft:delete');
    await expect.poll(marks).toEqual([null, mark('load', 'Load it'), null, show]);
    await weft.command('weft:undo');
    await expect.poll(marks).toEqual([null, mark('load', 'Load it'), clean, show]);
  });

  await test.step('off again, what is kept stays as it is', async () => {
    await keepSteps(weft, false);
    const kept = await notebookModel(weft);
    await rename(weft, 'load', 'Other');
    await page.waitForTimeout(500);
    expect(await notebookModel(weft)).toBe(kept);
  });
});

/** Switches the setting. */
async function keepSteps(weft: WeftPage, on: boolean): Promise<void> {
  await weft.page.evaluate(async on => {
    const settings = await window.galata.getPlugin('@jupyterlab/apputils-extension:settings');
    await settings.set('jupyterlab-weft:document', 'keepSteps', on);
  }, on);
}

async function rename(weft: WeftPage, node: string, title: string): Promise<void> {
  await weft.select(node);
  await weft.page.evaluate(
    title => window.jupyterapp.commands.execute('weft:rename', { title }).then(() => undefined),
    title
  );
}

/** The open notebook as it would be saved. */
const notebookModel = (weft: WeftPage): Promise<string> =>
  weft.page.evaluate(() => {
    const all = [...window.jupyterapp.shell.widgets('main')];
    return all.find(widget => widget.context?.path.endsWith('.ipynb'))?.context.model.toString() ?? '';
  });

/** What each cell of the open notebook has under a key of its metadata. */
async function cellMetadata(weft: WeftPage, key: string): Promise<unknown[]> {
  const { cells } = JSON.parse(await notebookModel(weft)) as {
    cells: { metadata: Record<string, unknown> }[];
  };
  return cells.map(({ metadata }) => metadata[key] ?? null);
}

/** Gives a cell of an open notebook another source, as a co-editor's change arrives. */
async function setSource(weft: WeftPage, cell: string, source: string): Promise<void> {
  await weft.page.evaluate(
    ([cell, source]) => {
      for (const { context } of window.jupyterapp.shell.widgets('main')) {
        if (context?.path.endsWith('.ipynb')) {
          context.model.sharedModel.cells.find(({ id }) => id === cell)?.setSource(source);
        }
      }
    },
    [cell, source] as const
  );
}

/** Puts a code cell in front of an open notebook. */
async function insertCell(weft: WeftPage, notebook: string, source: string): Promise<void> {
  await weft.page.evaluate(
    ([notebook, source]) => {
      for (const { context } of window.jupyterapp.shell.widgets('main')) {
        if (context?.path.endsWith(notebook)) {
          context.model.sharedModel.insertCell(0, { cell_type: 'code', source });
        }
      }
    },
    [notebook, source] as const
  );
}
