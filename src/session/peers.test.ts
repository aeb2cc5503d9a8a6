import { expect, test } from 'vitest';
import { fitPresence } from './fit-presence';
import { colourOf, readPeers, readPresence } from './peers';

const ANN = { username: 'ann', display_name: 'Ann' };

test('a state is read part by part: what does not fit is passed over, and so is what is not known', () => {
  const state = {
    user: ANN,
    cursor: [1, 'x'],
    selection: ['a'],
    view: [0, 0, 9],
    drag: { nodes: [1] },
    later: 1
  };
  expect(readPresence(state)).toEqual({ user: ANN, selection: ['a'] });
  expect([null, 5, 'x'].map(readPresence)).toEqual([{}, {}, {}]);
});

test('peers are in order, without oneself and without those who say no name, and the same while nothing changed', () => {
  const states = new Map<number, unknown>([
    [9, { user: ANN, cursor: [1, 2] }],
    [3, { user: { username: 'bob' } }],
    [4, { cursor: [1, 2] }],
    [1, { user: ANN }]
  ]);
  const peers = readPeers([], states, 1);
  expect(peers.map(({ client, user, presence }) => [client, user.username, presence])).toEqual([
    [3, 'bob', {}],
    [9, 'ann', { cursor: [1, 2] }]
  ]);
  expect(readPeers(peers, structuredClone(states), 1)).toBe(peers);
  const moved = readPeers(peers, new Map([...states, [9, { user: ANN, cursor: [3, 4] }]]), 1);
  expect([moved[0] === peers[0], moved[1].presence]).toEqual([true, { cursor: [3, 4] }]);
});

test('a user has one of eight colours, the same everywhere', () => {
  const colours = ['ann', 'bob', 'Zoë', ''].map(colourOf);
  expect(colours.every(colour => colour >= 1 && colour <= 8)).toBe(true);
  expect(colourOf('ann')).toBe(colours[0]);
});

test('of a selection too long for the hub, as much as fits is shown', () => {
  const selection = Array.from({ length: 500 }, (_, index) => `${'n'.repeat(40)}${index}`);
  const shown = fitPresence({ cursor: [1, 2], selection, drag: { nodes: selection, by: [1, 1] } }, 1000);
  expect(JSON.stringify(shown).length).toBeLessThanOrEqual(1000);
  expect([shown.cursor, shown.selection?.[0], readPresence(shown)]).toEqual([[1, 2], selection[0], shown]);
  expect(fitPresence({ cursor: [1, 2], selection }, 30)).toEqual({ cursor: [1, 2] });
});
