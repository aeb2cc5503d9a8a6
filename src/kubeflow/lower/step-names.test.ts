import { describe, expect, it } from 'vitest';
import { emptyCatalog } from '../../pools';
import { compile } from '../compile';
import { constant, item, parameter, step, twinFlow } from '../testing/twin-steps';
import { stepNames } from './step-names';

const names = (nodes: Parameters<typeof twinFlow>[2]) =>
  Object.fromEntries(
    [...stepNames(twinFlow('p', { parameters: { xs: 'list' } }, nodes))].map(([id, all]) => [id, all.task])
  );

describe('names of tasks', () => {
  it('numbers groups from outside in by one counter, the items of constants too', () => {
    expect(
      names({
        a: { kind: 'loop', items: { value: [1] } },
        b: { kind: 'choice', group: 'a' },
        c: { kind: 'branch', group: 'b', when: { left: item('a'), is: '==', right: constant(1) } },
        d: step('clean', {}, 'c'),
        e: { kind: 'loop', items: { parameter: 'xs' } },
        f: step('clean', {}, 'e'),
        g: { kind: 'exit-handler' },
        h: step('clean', {}, 'g')
      })
    ).toEqual({
      a: 'for-loop-2',
      b: 'condition-branches-3',
      c: 'condition-4',
      d: 'clean',
      e: 'for-loop-5',
      f: 'clean-2',
      g: 'exit-handler-6',
      h: 'clean-3'
    });
  });

  it('keeps what a node brings, and gives others what is left', () => {
    expect(
      names({
        a: { kind: 'loop', items: { value: [1] } },
        b: step('clean', {}, 'a'),
        c: { kind: 'exit-handler', names: { task: 'exit-handler-1' } },
        d: { ...step('emit', { x: constant(1) }, 'c'), names: { task: 'clean' } },
        e: { ...step('clean'), names: { task: 'clean' } }
      })
    ).toEqual({ a: 'for-loop-3', b: 'clean-2', c: 'exit-handler-1', d: 'clean', e: 'clean' });
  });

  it('leaves out groups that hold nothing', () => {
    expect(names({ a: { kind: 'loop' }, b: { kind: 'branch', group: 'a' }, c: step('clean') })).toEqual({
      c: 'clean'
    });
  });

  it('writes a shared component once, as long as all say the same of it', () => {
    const shared = { component: 'comp-x', executor: 'exec-x' };
    const same = (group: string, s: string) => ({
      ...step('text', { s: constant(s) }, group),
      names: { task: 'text', ...shared }
    });
    const flow = twinFlow(
      'p',
      { parameters: { xs: 'list' } },
      {
        a: same('', 'a'),
        b: { kind: 'loop', items: parameter('xs') },
        c: same('b', 'c'),
        d: { ...step('clean', {}), names: { task: 'other', ...shared } }
      }
    );
    const { spec, report } = compile(flow, emptyCatalog, 'kfp-2.16');
    expect(Object.keys(spec.components ?? {}).sort()).toEqual(['comp-for-loop-1', 'comp-other', 'comp-x']);
    expect(Object.keys(spec.deploymentSpec?.executors ?? {}).sort()).toEqual(['exec-other', 'exec-x']);
    expect(
      report.filter(({ outcome }) => outcome !== 'compiled').map(({ node, field }) => [node, field])
    ).toEqual([
      ['d', 'names.component'],
      ['d', 'names.executor']
    ]);
  });

  it('renames the second of two tasks of one name in one group, and says so', () => {
    const twice = { ...step('clean'), names: { task: 'clean' } };
    const { spec, report } = compile(twinFlow('p', {}, { a: twice, b: twice }), emptyCatalog, 'kfp-2.16');
    expect(Object.keys(spec.root.dag?.tasks ?? {})).toEqual(['clean', 'clean-2']);
    expect(report.filter(({ outcome }) => outcome === 'ignored').map(({ node }) => node)).toEqual(['b']);
  });
});
