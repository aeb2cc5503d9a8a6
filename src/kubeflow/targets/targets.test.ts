import { describe, expect, it } from 'vitest';
import { type Target, TARGETS } from '../target';
import { fateOf, ROWS, unhonoured } from './find';
import { CASES, documents } from './testing/cases';
import { unsupported } from './unsupported';

const rowIds = (parts: Parameters<typeof documents>[0], target: Target) =>
  unhonoured(documents(parts), target).map(({ row }) => row.id);

it('finds nothing in a sound spec, whatever the target', () => {
  expect(TARGETS.flatMap(target => rowIds({}, target))).toEqual([]);
});

it('has one case for each row, and each row once', () => {
  expect(Object.keys(CASES).sort()).toEqual(ROWS.map(({ id }) => id).sort());
});

describe.each(ROWS)('$id', row => {
  const { parts, task } = CASES[row.id];

  it('fires for every target that does not honour it, and for no other', () => {
    const found = TARGETS.filter(target => rowIds(parts, target).includes(row.id));
    expect(found).toEqual(TARGETS.filter(target => fateOf(row, target)));
    expect(found).not.toEqual([]);
  });

  it('names what has it', () => {
    const [target] = TARGETS.filter(each => fateOf(row, each));
    const found = unhonoured(documents(parts), target).filter(each => each.row === row);
    expect(found.map(each => [each.task, each.node])).toEqual([
      task === undefined ? [undefined, undefined] : [task, `node of ${task}`]
    ]);
  });

  it('stops at the release that honours it', () => {
    if (row.since) {
      expect(rowIds(parts, row.since)).not.toContain(row.id);
      expect(rowIds(parts, TARGETS[TARGETS.indexOf(row.since) - 1])).toContain(row.id);
    }
  });

  it('says why, where that is known from, and what helps', () => {
    expect(row.why).toMatch(/^[A-Za-z].*[^.]$/);
    expect(row.source).toMatch(/#\d+|\.proto|\.go|\.py|sdk|backend/);
    expect(row.fix ?? row.since ?? row.local).toBeTruthy();
    expect(row.argo ?? row.local).toBeTruthy();
  });
});

it('looks into a component that two tasks share once, and into none for ever', () => {
  const inner = { tasks: { i: { componentRef: { name: 'comp-g' }, artifactIterator: {} } } };
  const shared = documents({
    task: { componentRef: { name: 'comp-g' } },
    tasks: { b: { componentRef: { name: 'comp-g' } } },
    components: { 'comp-g': { dag: inner } }
  });
  expect(unhonoured(shared, 'kfp-2.16').map(({ task }) => task)).toEqual(['i']);
});

describe('unsupported', () => {
  it('holds back what an older server refuses, until the first release that knows it', () => {
    expect(unsupported('kfp-2.15', 'securityContext')?.message).toContain('2.16 is the first release');
    expect(unsupported('kfp-2.16', 'securityContext')).toBeUndefined();
    expect(unsupported('kfp-2.16', 'pipelineConfig.resourceTtlOnSuccess')?.fix).toContain('kfp-2.17');
    expect(unsupported('kfp-2.5', 'taskInfo.name')).toBeDefined();
  });

  it('lets pass what a server knows and passes over', () => {
    expect(unsupported('kfp-2.5', 'podAffinity')).toBeUndefined();
    expect(unsupported('kfp-2.5', 'nodeSelector')).toBeUndefined();
  });

  it('holds back what a local run has no use for', () => {
    expect(unsupported('local', 'nodeSelector')?.message).toMatch(/^A local run/);
    expect(unsupported('local', 'taskInfo.name')).toBeUndefined();
  });
});
