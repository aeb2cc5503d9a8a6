import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pipeline, shipWeft } from './testing/shipped';

const { weft, write, folder, script } = shipWeft();

const step = (image: string, cpu = '1') => ({ kind: 'container', image, resources: { cpu } });
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Writes three versions of a pipeline and merges them. */
function merge(base: object, ours: object, theirs: object, ...more: string[]) {
  write('base', pipeline(base));
  write('ours', pipeline(ours));
  write('theirs', pipeline(theirs));
  return weft(['merge', 'base', 'ours', 'theirs', '--path', 'churn.weft', ...more]);
}

describe('weft merge', () => {
  it('joins edits of two fields, in canonical form, and ends with 0', () => {
    const ended = merge({ a: step('x:1') }, { a: step('x:2') }, { a: step('x:1', '4') });
    expect(ended).toEqual({ status: 0, out: '', err: '' });
    expect(JSON.parse(text('ours')).nodes.a).toEqual(step('x:2', '4'));
    expect(weft(['fmt', '--check', 'ours'])).toMatchObject({ status: 0 });
  });

  it('marks the field on which the sides differ, says so in a sentence, and ends with 1', () => {
    const ended = merge({ a: step('x:1') }, { a: step('x:2') }, { a: step('x:3') });
    expect(ended).toEqual({
      status: 1,
      out: '',
      err: 'churn.weft: nodes.a.image: ours "x:2", theirs "x:3"; keep one.\n'
    });
    expect(text('ours')).toContain('<<<<<<< ours\n      "image": "x:2",\n=======\n');
    const check = weft(['check', 'ours']);
    expect(check.status).toBe(2);
    expect(check.err).toMatch(/^weft: ours:\d+:1: .*Git merge conflict/);
  });

  it('names references that lead nowhere afterwards, and tells all as JSON', () => {
    const after = { kind: 'container', image: 'y:1', after: ['a'] };
    const ended = merge({ a: step('x:1') }, {}, { a: step('x:1'), b: after }, '--json');
    expect(ended.status).toBe(0);
    expect(ended.err).toMatch(/^churn\.weft: b\.after\.a names what the other side took away/);
    expect(JSON.parse(ended.out)).toEqual({ path: 'churn.weft', conflicts: [], dangling: ['b.after.a'] });
  });

  it('writes nothing when a side cannot be read, and ends with 2', () => {
    write('base', pipeline({}));
    write('ours', pipeline({}));
    write('theirs', '{');
    const before = text('ours');
    const ended = weft(['merge', 'base', 'ours', 'theirs', '--path', 'churn.weft']);
    expect(ended.status).toBe(2);
    expect(ended.err).toMatch(/^weft: churn\.weft \(theirs\):1:2: /);
    expect(text('ours')).toBe(before);
  });

  it('serves Git as a merge driver', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
        cwd: join(folder, 'repo'),
        encoding: 'utf8',
        stdio: 'pipe'
      });
    const save = (nodes: object) => write('repo/p.weft', pipeline(nodes));
    save({ a: step('x:1') });
    git('init', '-q', '-b', 'main');
    git('config', 'merge.weft.driver', `${process.execPath} ${script} merge %O %A %B --path %P`);
    write('repo/.gitattributes', '*.weft merge=weft\n');
    git('add', '.');
    git('commit', '-qm', 'one');
    git('checkout', '-qb', 'side');
    save({ a: step('x:1', '8') });
    git('commit', '-qam', 'side');
    git('checkout', '-q', 'main');
    save({ a: step('x:2') });
    git('commit', '-qam', 'main');
    git('merge', '-q', 'side', '-m', 'both');
    expect(JSON.parse(text('repo/p.weft')).nodes.a).toEqual(step('x:2', '8'));
  });
});
