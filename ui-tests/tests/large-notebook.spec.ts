import { notebookText, pipelineText, type TestCell } from '../notebook';
import { expect, test } from '../test';
import type { WeftPage } from '../weft';

// A trace takes a picture of the page at every turn, which is most of what is measured then.
test.use({ trace: 'off' });

test('a megabyte of cells keeps the page free', async ({ weft, page }) => {
  test.setTimeout(180e3);
  const cells = largeNotebook(500);
  const size = cells.reduce((sum, [, source]) => sum + source.length, 0);
  await weft.upload('large.ipynb', notebookText(cells.slice(0, 2)));
  const drawn = [10, 11, 12, 250, 251, 498, 499].map(at => cells[at]);
  const pipelineOf = (notebook: string) =>
    pipelineText(Object.fromEntries(drawn.map(cell => [cell[0], [notebook, [cell]]])));
  await weft.upload('large.weft', pipelineOf('large.ipynb'));
  await weft.upload('small.ipynb', notebookText(drawn));
  await weft.upload('small.weft', pipelineOf('small.ipynb'));
  await weft.open('large.weft');
  await expect(weft.nodes.first()).toBeVisible();
  const idle = await longestTasks(weft, () => page.waitForTimeout(1000));

  await test.step('while its file is read', async () => {
    await weft.upload('large.ipynb', notebookText(cells));
    let spent = 0;
    const tasks = await longestTasks(weft, async () => {
      const start = Date.now();
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await expect.poll(() => weft.edgeIds(), { intervals: [20] }).toHaveLength(4);
      spent = Date.now() - start;
    });
    tell(`${Math.round(size / 1000)} kB read after ${spent} ms`, tasks, idle);
  });

  await test.step('while one cell of it is edited', async () => {
    await weft.closeAll();
    await weft.besideNotebook('small.weft', 'large.ipynb');
    // JupyterLab attaches the cells out of sight when it is idle, each in a task as long as those that are measured.
    await expect(page.locator('.jp-Notebook .cm-content')).toHaveCount(cells.length, { timeout: 90e3 });
    await page.waitForTimeout(3000);
    const unread = await longestTasks(weft, async () => {
      await edit(weft, cells[11][0], 'cut = 0');
      await page.waitForTimeout(500);
    });
    tell('a cell edited beside a pipeline of another notebook', unread, idle);
    await edit(weft, cells[11][0], cells[11][1]);
    await page.evaluate(() =>
      [...window.jupyterapp.shell.widgets('main')]
        .filter(widget => widget.context?.path.endsWith('.weft'))
        .forEach(widget => widget.dispose())
    );
    await weft.besideNotebook('large.weft', 'large.ipynb');
    await expect.poll(() => weft.edgeIds()).toHaveLength(4);
    await page.waitForTimeout(3000);
    for (const [source, count] of [
      ['cut = 1', 2],
      [cells[11][1], 4]
    ] as const) {
      let spent = 0;
      const tasks = await longestTasks(weft, async () => {
        spent = await millisecondsUntil(weft, cells[11][0], source, count);
        await page.waitForTimeout(300);
      });
      tell(`edges of one cell of 500 followed after ${Math.round(spent)} ms`, tasks, unread);
    }
  });
});

/** Cells of two kilobytes each, where every one reads what the one before made. */
function largeNotebook(count: number): TestCell[] {
  return Array.from({ length: count }, (_, i) => {
    const lines = Array.from({ length: 22 }, (_, k) => {
      const comment = '# keep what is large enough';
      return `row_${i}_${k} = [value * ${k} for value in data_${Math.max(0, i - 1)} if value > ${k}]  ${comment}`;
    });
    const made = `def helper_${i}(frame):\n    return sorted(frame)\ndata_${i} = helper_${i}(row_${i}_0)`;
    return [`c${i}`, i === 0 ? 'data_0 = list(range(9))' : `${lines.join('\n')}\n${made}`];
  });
}

/** An event of Chromium's trace, as far as it is read here; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  /** Processor time, which other programs on the machine do not add to. */
  tdur?: number;
  args: { name?: string };
}

/** The longest tasks of the page's main thread while something was done, in milliseconds of processor time. */
async function longestTasks(weft: WeftPage, act: () => Promise<void>): Promise<number[]> {
  const context = weft.page.context();
  const browser = context.browser();
  await browser?.startTracing(context.pages()[0], { categories: ['toplevel', 'blink.user_timing'] });
  await weft.page.waitForTimeout(1000);
  await weft.page.evaluate(() => void performance.mark('weft-begin'));
  await act();
  const trace = JSON.parse(String(await browser?.stopTracing())) as { traceEvents: TraceEvent[] };
  const begin = trace.traceEvents.find(({ name }) => name === 'weft-begin');
  return trace.traceEvents
    .filter(({ name, pid, tid, ts }) => {
      const isPage = pid === begin?.pid && tid === begin.tid && ts > begin.ts;
      return isPage && name.endsWith('RunTask');
    })
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => b - a)
    .slice(0, 6);
}

/**
 * Machines differ and are shared, so that times are told and not judged, beside those of the page without this work:
 * a frame of a notebook of 500 cells is a long task by itself.
 */
function tell(what: string, tasks: number[], without: number[]): void {
  const text = (all: number[]) => all.map(task => task.toFixed(1)).join(', ');
  process.stdout.write(`${what}; longest tasks ${text(tasks)} ms (without: ${text(without)} ms)\n`);
}

/** Gives a cell of the notebook that is open another source. */
async function edit(weft: WeftPage, cell: string, source: string): Promise<void> {
  await weft.page.evaluate(
    ([cell, source]) => {
      const all = [...window.jupyterapp.shell.widgets('main')];
      const notebook = all.find(widget => widget.context?.path.endsWith('.ipynb'));
      notebook?.context.model.sharedModel.cells.find(({ id }) => id === cell)?.setSource(source);
    },
    [cell, source] as const
  );
}

/** Gives a cell another source, and tells how long the flow took to have this many edges, in milliseconds. */
async function millisecondsUntil(
  weft: WeftPage,
  cell: string,
  source: string,
  edges: number
): Promise<number> {
  return weft.page.evaluate(
    async ([cell, source, edges]) => {
      const all = [...window.jupyterapp.shell.widgets('main')];
      const notebook = all.find(widget => widget.context?.path.endsWith('.ipynb'));
      const weft = all.find(widget => widget.context?.path.endsWith('.weft'));
      const start = performance.now();
      notebook?.context.model.sharedModel.cells.find(({ id }) => id === cell)?.setSource(source);
      while (weft?.content.editor.view.flow.edges.length !== edges) {
        if (performance.now() - start > 10_000) {
          throw new Error('the edges did not follow');
        }
        await new Promise(resolve => setTimeout(resolve, 2));
      }
      return performance.now() - start;
    },
    [cell, source, edges] as const
  );
}
