import { describe, expect, it } from 'vitest';
import { plainText as trans } from '../../actions';
import { resolve } from '../../flow';
import { newPipeline } from '../../pipeline';
import { groupEditor, smallEditor } from '../testing/editor';
import { graphOrder, outline, type OutlineItem } from './tree';
import { typeAhead, visible } from './visible';

const { flow } = smallEditor().view;
const items = outline(flow, [{ rule: 'r', severity: 'error', node: 'score', message: 'm' }], trans);
const find = (key: string): OutlineItem => items.find(item => item.key === key) as OutlineItem;

describe('outline', () => {
  it('lists nodes after all they depend on, and those that do not run last', () => {
    const order = graphOrder(flow).map(({ id }) => id);
    expect(order.indexOf('zeta')).toBeLessThan(order.indexOf('score'));
    expect(order.indexOf('score')).toBeLessThan(order.indexOf('report'));
    expect(order.at(-1)).not.toBe('report');
    expect([...order].sort()).toEqual([...flow.nodes.keys()].sort());
    expect(items.map(item => item.key)).toEqual(order);
  });

  it('says what feeds each input and who reads each output', () => {
    const details = Object.fromEntries(find('score').children.map(child => [child.label, child.detail]));
    expect(details.model).toBe('input, from artifact of Old model');
    expect(details.limit).toBe('input, from constant 3');
    expect(details.rate).toBe('input, not connected');
    expect(details.scores).toBe('output, to Report');
  });

  it('has order edges as children, tied to the edge on the canvas', () => {
    const order = find('report').children.find(child => child.glyph === 'order');
    expect(order?.label).toBe('after Old model');
    expect(flow.edges.find(edge => edge.id === order?.edge)?.kind).toBe('order');
  });

  it('counts inputs and problems of a node', () => {
    expect(find('score').detail).toBe('container, inputs 2 of 3 connected, 1 problem');
  });

  it('names the notebook of a node where there are several', () => {
    const detailIn = (...notebooks: string[]) => {
      const nodes = Object.fromEntries(
        notebooks.map((notebook, i) => [`n${i}`, { kind: 'cells' as const, notebook, cells: [] }])
      );
      const none = { notebook: (path: string) => ({ message: `There is no ${path}.` }) };
      const drawn = resolve({ ...newPipeline({ id: 'p', name: 'p' }), nodes }, none);
      return outline(drawn, [], trans).map(({ detail }) => detail);
    };
    expect(detailIn('a.ipynb', 'b.ipynb')).toEqual(['cells, of a.ipynb', 'cells, of b.ipynb']);
    expect(detailIn('a.ipynb', 'a.ipynb')).toEqual(['cells', 'cells']);
  });

  it('keeps nodes of unknown kinds', () => {
    expect(find('odd')).toMatchObject({ glyph: 'opaque', label: 'From a newer version' });
  });

  it('has unique keys', () => {
    const keys = visible(items, () => true).map(({ item }) => item.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('outline of groups', () => {
  it('nests nodes under the group that holds them, and survives a group that is its own', () => {
    const held = new Map(flow.nodes);
    const put = (id: string, group: string) => {
      const entry = held.get(id);
      if (entry) {
        held.set(id, { ...entry, node: { ...entry.node, group } });
      }
    };
    put('score', 'odd');
    put('memo', 'gone');
    put('odd', 'odd');
    const tree = outline({ ...flow, nodes: held }, [], trans);
    const odd = tree.find(item => item.key === 'odd');
    expect(odd?.children.map(child => child.key)).toEqual(['score']);
    expect(tree.map(item => item.key)).toContain('memo');
    expect(tree.map(item => item.key)).not.toContain('score');
  });
});

describe('outline of groups of every kind', () => {
  const { flow } = groupEditor().view;
  const items = outline(flow, [], trans);
  const all = visible(items, () => true);
  const inside = (key: string) =>
    all.filter(({ parent, item }) => parent === key && item.key === item.node).map(({ item }) => item.key);

  it('holds what groups hold, branches in the order in which they are tried', () => {
    expect(inside('inner')).toEqual(['each', 'after']);
    expect(inside('each')).toEqual(['fit']);
    expect(inside('pick')).toEqual(['yes', 'no']);
  });

  it('says what a group does', () => {
    const detail = (key: string) => all.find(({ item }) => item.key === key)?.item.detail;
    expect(detail('each')).toContain('for each of constant [{"name":"a","rate":0.1}]');
    expect(detail('yes')).toContain('size of Before > constant 3');
    expect(detail('no')).toContain('else');
  });

  it('opens groups, and nothing else, unless they were shut', () => {
    const shown = visible(items, item => item.group).map(({ item }) => item.key);
    expect(shown).toContain('fit');
    const ports = shown.filter(key => !flow.nodes.has(key)).map(key => (JSON.parse(key) as string[])[0]);
    expect(ports.every(id => ['inner', 'each', 'pick', 'yes'].includes(id))).toBe(true);
  });
});

describe('visible', () => {
  it('shows children of open items only, with level and parent', () => {
    expect(visible(items, () => false).every(({ level }) => level === 1)).toBe(true);
    const open = visible(items, item => item.key === 'score');
    expect(open.filter(({ parent }) => parent === 'score')).toHaveLength(find('score').children.length);
    expect(open.find(({ parent }) => parent === 'score')?.level).toBe(2);
  });

  it('finds the next item by what is typed, around the end', () => {
    const shown = visible(items, () => false);
    const at = shown.findIndex(({ item }) => item.label === 'Score');
    expect(typeAhead(shown, at, 'o')).toBeDefined();
    expect(typeAhead(shown, at, 's')).toBe('score');
    expect(typeAhead(shown, at, 'x')).toBeUndefined();
  });
});
