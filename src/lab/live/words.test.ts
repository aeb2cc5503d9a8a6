import { nullTranslator } from '@jupyterlab/translation';
import { expect, test } from 'vitest';
import type { SessionState } from '../../session';
import { isElected } from './writer-election';
import { FileHeldBack } from './file-held-back';
import { announce, announced, markOf, placeOf } from './place';
import { inWords, type Told } from './words';

const trans = nullTranslator.load('jupyterlab_weft');
const live: SessionState = {
  connection: 'live',
  message: null,
  role: 'editor',
  user: null,
  epoch: 'e',
  unsent: 0
};

const say = (state: Partial<SessionState> | null, told: Partial<Told> = {}) =>
  inWords(
    {
      session: state && { state: { ...live, ...state } },
      trouble: null,
      whyAlone: null,
      isWritable: true,
      ...told
    },
    trans
  );

test.each([
  ['Edited alone', null],
  ['Edited alone', { connection: 'alone', role: null }],
  ['Connecting…', { connection: 'connecting' }],
  ['Saved', {}],
  ['Saving…', { unsent: 2 }],
  ['Not stored', { message: 'The disk is full.' }],
  ['Read-only', { role: 'viewer' }],
  ['Read-only, comments', { role: 'commenter' }],
  ['Offline', { connection: 'offline' }],
  ['Offline, 3 unsent', { connection: 'offline', unsent: 3 }],
  ['Not let in', { connection: 'refused' }],
  ['Two versions', { connection: 'diverged' }]
] as const)('%s for %j', (label, part) => {
  expect(say(part).label).toBe(label);
});

test('only who may edit is told to go on without the hub', () => {
  const connection = 'offline';
  expect(say({ connection }).detail).toContain('You can go on');
  expect(say({ connection, role: 'viewer' }).detail).not.toContain('go on');
  expect(say({ connection }, { isWritable: false }).detail).not.toContain('go on');
});

test('a file that must not be written is not said to follow', () => {
  expect(say({}, { isWritable: false })).toMatchObject({ label: 'Read-only file', mood: 'quiet' });
  expect(say({ role: 'viewer' }, { isWritable: false }).label).toBe('Read-only');
});

test('where live editing is not to be had, files are edited alone', () => {
  expect(inWords(null, trans).label).toBe('Edited alone');
  const whyAlone = 'The storage is in use.';
  expect(say({ connection: 'alone' }, { whyAlone }).detail).toContain(`The hub says: ${whyAlone}`);
  expect(say({}, { whyAlone }).detail).not.toContain(whyAlone);
});

test('a file that was not written is told although the hub has everything', () => {
  const words = say({}, { trouble: new Error('No space is left.') });
  expect([words.label, words.mood]).toEqual(['File not written', 'bad']);
  expect(words.detail).toContain('No space is left.');
  const held = say({}, { trouble: new FileHeldBack({ kind: 'no-base', file: {} as never }) });
  expect(held.detail).toContain('waits for your decision');
  const gone = Object.assign(new Error('404'), { response: new Response(null, { status: 404 }) });
  expect(say({}, { trouble: gone }).detail).toContain('Save to make it again');
});

test('of those with the same file the one with the smallest number writes it', () => {
  const own = { client: 5, place: 'here' };
  expect(isElected(own, [])).toBe(true);
  expect(isElected(own, [{ client: 1, place: 'there' }, { client: 2 }])).toBe(true);
  expect(isElected(own, [{ client: 9, place: 'here' }])).toBe(true);
  expect(isElected(own, [{ client: 4, place: 'here' }])).toBe(false);
});

test('a place tells servers, starts and paths apart, and fits into presence with a mark', () => {
  const places = [
    placeOf('http://a/', '1', 'x.weft'),
    placeOf('http://b/', '1', 'x.weft'),
    placeOf('http://a/', '2', 'x.weft'),
    placeOf('http://a/', '1', 'y.weft')
  ];
  expect(new Set(places).size).toBe(4);
  const shown = announce(places[0], markOf('text'));
  expect(shown.length).toBeLessThanOrEqual(64);
  expect(announced(shown)).toEqual({ place: places[0], mark: markOf('text') });
});
