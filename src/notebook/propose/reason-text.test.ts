import { expect, it } from 'vitest';
import type { Reason } from './proposal';
import { reasonText } from './reason-text';

it.each<[Reason, string]>([
  [{ code: 'heading', heading: 'Load' }, 'The heading “Load” stands above it.'],
  [{ code: 'stage', from: 'load', to: 'prepare' }, 'What is above loads data, and it prepares data.'],
  [{ code: 'join', names: ['a', 'b'] }, 'It brings together what several steps made: a, b.'],
  [{ code: 'shows', cells: 2 }, '2 cells that only show results stay with what they show.'],
  [{ code: 'unread', names: [] }, 'It defines nothing, and nothing is shown or written.'],
  [{ code: 'syntax', line: 2, message: 'Too deep.' }, 'It cannot be read at line 2: Too deep.'],
  [
    { code: 'installs', packages: ['a'] },
    'It only installs packages (a), which belong in the image of a step.'
  ]
])('says %j in a sentence', (reason, sentence) => {
  expect(reasonText(reason)).toBe(sentence);
});

it('leaves the words to a translator', () => {
  const heard: string[][] = [];
  const text = reasonText(
    { code: 'unread', names: ['x', 'y'] },
    (...said) => (heard.push(said), 'übersetzt')
  );
  expect(text).toBe('übersetzt');
  expect(heard).toEqual([['Nothing reads %1, and nothing is shown or written.', 'x, y']]);
});
