import { expect, it } from 'vitest';
import { loadAnalyzer } from '../notebook/testing/load';
import { bindInput, setParameter } from '../pipeline';
import { takeNotebookValue } from './take-notebook-value';
import { openTestEditor } from './testing/open-test-editor';

const analyzer = await loadAnalyzer();

async function openWith(first: string) {
  const notebook = analyzer.notebook({
    path: 'a.ipynb',
    language: 'python',
    cells: [first, 'clean = load(rows)'].map((source, i) => ({
      id: `c${2 * i}`,
      index: i,
      type: 'code',
      source,
      tags: i === 0 ? ['parameters'] : []
    }))
  });
  const test = await openTestEditor({}, { notebooks: { notebook: () => notebook } });
  const { doc } = test.editor;
  doc.transact(() => {
    setParameter(doc, 'rows', { type: 'integer', default: 3, description: 'How many' });
    bindInput(doc, 'clean', 'rows', { parameter: 'rows' });
  });
  return test;
}

it.each([
  ['rows = 5', 'integer', 5],
  ['rows = 0.5', 'number', 0.5]
])('takes the value of the tagged cell: %s', async (source, type, value) => {
  const { editor, steps } = await openWith(source);
  const before = steps();
  expect(takeNotebookValue.when?.(editor)).toBe(true);
  await takeNotebookValue.do(editor, { parameter: 'rows' });
  expect(editor.doc.pipeline.parameters.rows).toEqual({ type, default: value, description: 'How many' });
  expect(steps()).toBe(before + 1);
  expect(takeNotebookValue.when?.(editor)).toBe(false);
});

it.each(['rows = 3', 'rows = count()'])('has nothing to take of %s', async source => {
  const { editor } = await openWith(source);
  expect(takeNotebookValue.when?.(editor)).toBe(false);
});
