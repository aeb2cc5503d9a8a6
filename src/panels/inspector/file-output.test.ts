import { expect, it } from 'vitest';
import { outputName } from './file-output';

it.each([
  ['out/table.csv', 'table'],
  ['model.tar.gz', 'model_tar'],
  ['figures/', 'figures'],
  ['2026-01.json', 'file_2026_01'],
  ['.cache', 'file']
])('calls the output that is %s by its file', (path, name) => {
  expect(outputName(path, [])).toBe(name);
});

it('counts where the name is taken', () => {
  expect(outputName('a/table.csv', ['table', 'table_2'])).toBe('table_3');
});
