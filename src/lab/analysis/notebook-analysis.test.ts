import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CellAnalyzer, hashSource, type Notebook, planSteps } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { notebookOf } from '../../notebook/testing/notebook';
import { CellsReader } from './cells-reader';
import { type AnalysisHost, PageHost, WorkerLost } from './client';
import type { Answer, ReadFile, ReadModel } from './messages';
import { NotebookAnalysis, NotebookReadError } from './notebook-analysis';
import { NotebookReader } from './notebook-reader';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** A host as the worker is: what crosses is copied, and counted. */
class CopyHost implements AnalysisHost {
  readonly requests: (ReadFile | ReadModel)[] = [];
  readonly answers: Answer[] = [];
  /** Gives up at this many requests from now. */
  loseAfter = Infinity;
  private readonly _page = new PageHost(new NotebookReader(new CellsReader(analyzer)));

  async ask(request: ReadFile | ReadModel, take: (answer: Answer) => void): Promise<void> {
    this.requests.push(structuredClone(request));
    if (--this.loseAfter < 0) {
      throw new WorkerLost();
    }
    await this._page.ask(structuredClone(request), answer => {
      this.answers.push(answer);
      take(structuredClone(answer));
    });
  }

  forget(key: string): void {
    this._page.forget(key);
  }
}

let host: CopyHost;
let spare: CopyHost;
let analysis: NotebookAnalysis;
beforeEach(() => {
  host = new CopyHost();
  spare = new CopyHost();
  analysis = new NotebookAnalysis(host, () => Promise.resolve(spare));
});

const CONTEXT = { key: 'k', before: undefined, drawn: [] };
const SOURCES = ['import pandas as pd', 'df = pd.read_csv("a")', 'df.head()', 'x = ('];
/** The sources that the last request brought. */
const sent = ({ requests }: CopyHost) => {
  const last = requests.at(-1);
  return last && 'texts' in last ? last.texts.map(([, source]) => source) : [];
};
const withMarkdown = (notebook: Notebook): Notebook => ({
  ...notebook,
  cells: [{ id: 'm', index: 0, type: 'markdown', source: '# Top', tags: [] }, ...notebook.cells]
});

describe('an open notebook', () => {
  it('is what the analyser says of it', async () => {
    const notebook = withMarkdown(notebookOf(SOURCES));
    expect(await analysis.model(notebook, CONTEXT)).toEqual(analyzer.notebook(notebook));
  });

  it('sends only sources that are new, and keeps last good facts', async () => {
    const first = await analysis.model(notebookOf(SOURCES), CONTEXT);
    expect(sent(host)).toEqual(SOURCES);
    const edited = notebookOf(['import pandas as pd', 'df = (', 'df.head()', 'x = (', 'df.head()']);
    const second = await analysis.model(edited, { ...CONTEXT, before: first });
    expect(sent(host)).toEqual(['df = (']);
    expect(second).toEqual(analyzer.notebook(edited, first));
    expect(second.cells[1].stale).toBe(true);
    await analysis.model(notebookOf(SOURCES), { ...CONTEXT, before: second });
    expect(sent(host)).toEqual(['df = pd.read_csv("a")']);
  });

  it('comes with the plans of what is drawn of it', async () => {
    const refs = SOURCES.map((source, i) => ({ id: `c${i}`, hash: hashSource(source) }));
    const drawn = [[[refs[1]], [{ ...refs[2], id: 'lost' }]]];
    const notebook = await analysis.model(notebookOf(SOURCES), { ...CONTEXT, drawn });
    const done = host.answers.find(answer => 'done' in answer);
    const told = done && 'done' in done ? done.done.plans[0] : undefined;
    // The second one is followed by its source.
    expect(told?.groups).toEqual([['c1'], ['c2']]);
    expect(planSteps(notebook.cells, [['c1'], ['c2']])).not.toBe(told?.plans);
    expect(planSteps(notebook.cells, [['c1'], ['c2']])).toEqual(told?.plans);
  });

  it('comes with the plan of its whole, without what is skipped', async () => {
    const [first, ...rest] = notebookOf(SOURCES).cells;
    const notebook = { ...notebookOf([]), cells: [{ ...first, tags: ['skip'] }, ...rest] };
    await analysis.model(notebook, { ...CONTEXT, drawn: ['whole'] });
    const done = host.answers.find(answer => 'done' in answer);
    expect(done).toMatchObject({ done: { plans: [{ whole: true, groups: [['c1', 'c2', 'c3']] }] } });
  });

  it('comes bit by bit when it is large', async () => {
    const large = Array.from({ length: 40 }, (_, i) => `x_${i} = [${'1, '.repeat(400)}]`);
    await analysis.model(notebookOf(large), CONTEXT);
    expect(host.answers.filter(answer => 'known' in answer).length).toBeGreaterThan(3);
  });

  it('is hashed and not read in other languages', async () => {
    const notebook = { ...notebookOf(['x <- 1']), language: 'r' };
    expect(await analysis.model(notebook, CONTEXT)).toEqual(analyzer.notebook(notebook));
  });

  it('is read on the page once the worker is lost, whole', async () => {
    const first = await analysis.model(notebookOf(SOURCES), CONTEXT);
    host.loseAfter = 0;
    const edited = notebookOf([...SOURCES, 'y = 2']);
    expect(await analysis.model(edited, { ...CONTEXT, before: first })).toEqual(
      analyzer.notebook(edited, first)
    );
    expect(sent(spare)).toEqual([...SOURCES, 'y = 2']);
    await analysis.model(notebookOf(['z = 1']), CONTEXT);
    expect(host.requests).toHaveLength(2);
  });
});

describe('a notebook file', () => {
  const file = (cells: unknown[]) =>
    JSON.stringify({ nbformat: 4, metadata: { kernelspec: { name: 'python3' } }, cells });

  it('is read with its metadata', async () => {
    const text = file([
      { cell_type: 'markdown', id: 'm', source: '# Top' },
      { cell_type: 'code', id: 'a', source: ['x = 1\n', 'y = 2'], metadata: { tags: ['t'] } }
    ]);
    const { notebook, metadata } = await analysis.file('a.ipynb', text, CONTEXT);
    expect(metadata).toEqual({ kernelspec: { name: 'python3' } });
    expect(notebook.cells).toMatchObject([
      { id: 'a', index: 1, heading: 'Top', tags: ['t'], facts: { defines: ['x', 'y'] } }
    ]);
  });

  it('that says nothing is refused with the place', async () => {
    const refused = analysis.file('a.ipynb', '{\n  "cells": }', CONTEXT);
    await expect(refused).rejects.toBeInstanceOf(NotebookReadError);
    await expect(refused).rejects.toMatchObject({ line: 2 });
  });
});
