import { describe, expect, test } from 'vitest';
import { newPipeline, type Pipeline, writePipeline } from '../../pipeline';
import { chooseSides } from './choose-sides';
import { mergeFile } from './merge-file';

const start: Pipeline = {
  ...newPipeline({ id: 'doc', name: 'demo' }),
  nodes: { a: { kind: 'note', text: 'a' }, b: { kind: 'note', text: 'b' } }
};
const withText = (id: string, text: string, from = start): Pipeline => ({
  ...from,
  nodes: { ...from.nodes, [id]: { kind: 'note', text } }
});
const BASE = writePipeline(start);

describe('a file that says something else than its pipeline', () => {
  test('changes of both sides are merged', () => {
    const merge = mergeFile(BASE, withText('a', 'mine'), writePipeline(withText('b', 'theirs')));
    expect(merge).toMatchObject({
      kind: 'merged',
      pipeline: { nodes: { a: { text: 'mine' }, b: { text: 'theirs' } } }
    });
  });

  test('a pipeline that is ahead of its file takes nothing from it', () => {
    expect(mergeFile(BASE, withText('a', 'mine'), BASE)).toEqual({ kind: 'nothing' });
  });

  test('places of nodes that there are not make no difference', () => {
    const file = writePipeline({ ...start, layout: { gone: [1, 2] } });
    expect(mergeFile(null, start, file)).toEqual({ kind: 'nothing' });
  });

  test('the same setting changed twice is for the user to decide, one by one', () => {
    const mine = withText('b', 'mine too', withText('a', 'mine'));
    const theirs = withText('b', 'theirs too', withText('a', 'theirs'));
    const merge = mergeFile(BASE, mine, writePipeline(theirs));
    if (merge.kind !== 'conflicts') {
      throw new Error(merge.kind);
    }
    expect(merge.conflicts.map(({ path }) => path.join('.'))).toEqual(['nodes.a.text', 'nodes.b.text']);
    const { nodes } = chooseSides(mine, merge.conflicts.slice(1));
    expect(nodes).toEqual({ a: { kind: 'note', text: 'mine' }, b: { kind: 'note', text: 'theirs too' } });
  });

  test('a node that the other side removed goes when that side is chosen', () => {
    const { a, b } = start.nodes;
    const mine = withText('a', 'mine');
    const merge = mergeFile(BASE, mine, writePipeline({ ...start, nodes: { b } }));
    if (merge.kind !== 'conflicts') {
      throw new Error(merge.kind);
    }
    expect(chooseSides(mine, merge.conflicts).nodes).toEqual({ b });
    expect(a).toBeDefined();
  });

  test.each([
    ['no-base', null, writePipeline(withText('a', 'theirs'))],
    ['no-base', 'nonsense', writePipeline(withText('a', 'theirs'))],
    ['other', BASE, writePipeline({ ...start, id: 'another' })],
    ['unreadable', BASE, '{ broken'],
    ['unreadable', BASE, '']
  ])('%s, with base %j', (kind, base, text) => {
    expect(mergeFile(base, start, text).kind).toBe(kind);
  });
});
