import { expect, test } from 'vitest';
import { VERSION } from '../schema';
import { MIGRATIONS, type Migration, migrate } from './migrate';

const steps: Migration[] = [
  {
    from: 1,
    about: '`label` became `title`.',
    up: ({ label, ...file }) => ({ ...file, title: label })
  },
  { from: 2, about: 'Titles are lists.', up: file => ({ ...file, title: [file.title] }) }
];

test('brings an old file up one version at a time and keeps what it does not know', () => {
  const old = { weft: 1, label: 'Train', extra: { kept: true } };
  expect(migrate(old, steps, 3)).toEqual({ weft: 3, title: ['Train'], extra: { kept: true } });
  expect(old).toEqual({ weft: 1, label: 'Train', extra: { kept: true } });
});

test('leaves a file of the present version alone', () => {
  const file = { weft: 3, title: [] };
  expect(migrate(file, steps, 3)).toBe(file);
});

test('says which step is missing', () => {
  expect(() => migrate({ weft: 1 }, steps.slice(1), 3)).toThrow('no migration from version 1');
});

test('every older version has its step', () => {
  expect(MIGRATIONS.map(step => step.from)).toEqual(Array.from({ length: VERSION - 1 }, (_, i) => i + 1));
});
