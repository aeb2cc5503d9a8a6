import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenEditor } from '../../actions';
import { openTestEditor } from '../../actions/testing/open-test-editor';
import { peer } from '../../actions/testing/plain-session';
import { groupNodes, moveNodes, removeNodes } from '../../pipeline';
import { viewAs, seenIn } from '../viewport';
import { eased } from './ease';
import { HeldNodes, pickDrags } from './held-nodes';
import { pickMarks } from './PeerMarks';
import { pickUsers } from './WhoIsHere';

let editor: OpenEditor;
beforeEach(async () => {
  ({ editor } = await openTestEditor());
});

describe('HeldNodes', () => {
  const drag = (by: [number, number], nodes = ['load']) => [{ client: 2, nodes, by }];

  it('draws nodes where peers hold them, whatever the document says meanwhile', () => {
    const held = new HeldNodes();
    expect(held.places(editor.view.flow, drag([5, 6])).get('load')).toEqual({ x: 5, y: 6 });
    moveNodes(editor.doc, { load: [40, 0] }); // the drop, which is heard before the drag ends
    expect(held.places(editor.view.flow, drag([40, 0])).get('load')).toEqual({ x: 40, y: 0 });
    expect(held.places(editor.view.flow, []).size).toBe(0);
    expect(held.places(editor.view.flow, drag([1, 0])).get('load')).toEqual({ x: 41, y: 0 });
  });

  it('takes along what a group holds, and passes over what is not there', () => {
    const group = groupNodes(editor.doc, ['load', 'clean'], 'loop');
    const held = new HeldNodes();
    const places = held.places(editor.view.flow, drag([10, 0], [group, 'nowhere']));
    expect([places.get('load')?.x, places.get('clean')?.x]).toEqual([10, 310]);
    removeNodes(editor.doc, [group]);
    expect(held.places(editor.view.flow, drag([20, 0], [group, 'nowhere'])).size).toBe(0);
  });
});

describe('what is picked of peers', () => {
  const peers = [
    peer(2, 'bob', { selection: ['load'], drag: { nodes: ['load'], by: [1, 2] } }),
    peer(3, 'bob', { selection: ['load', 'clean'] }),
    peer(4, 'ann', { selection: ['load'] })
  ];

  it('is one mark for each user of a node, and one avatar for each user', () => {
    const marks = [...pickMarks(peers)].map(([id, who]) => [id, ...who.map(({ name }) => name)]);
    expect(marks).toEqual([
      ['load', 'Bob', 'Ann'],
      ['clean', 'Bob']
    ]);
    expect(pickUsers(peers).map(({ name }) => name)).toEqual(['Ann', 'Bob']);
    expect(pickDrags(peers)).toEqual([{ client: 2, nodes: ['load'], by: [1, 2] }]);
  });
});

describe('views', () => {
  it('of others are shown whole, in the middle', () => {
    const seen = seenIn({ x: -100, y: 50, zoom: 0.5 }, 800, 600);
    expect(seen).toEqual([200, -100, 1800, 1100]);
    expect(viewAs(seen, 800, 600)).toEqual({ x: -100, y: 50, zoom: 0.5 });
    const view = viewAs(seen, 800, 300);
    expect(seenIn(view, 800, 300)).toEqual([-600, -100, 2600, 1100]);
  });
});

describe('eased', () => {
  it('comes nearer with time, and arrives', () => {
    let at = { x: 0, y: 0 };
    const to = { x: 100, y: -100 };
    const steps = [];
    for (let i = 0; i < 40 && at !== to; i++) {
      at = eased(at, to, 16);
      steps.push(at.x);
    }
    expect(at).toBe(to);
    expect(steps.length).toBeGreaterThan(5);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  });
});
