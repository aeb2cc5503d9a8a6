import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync
} from 'node:fs';
import { join } from 'node:path';
import yaml from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { pipeline, shipWeft } from './testing/shipped';

const { folder, script, weft, write } = shipWeft();
const ROOT = join(import.meta.dirname, '..');
const EXAMPLE = join(ROOT, 'examples', 'breast-cancer', 'breast-cancer.weft');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

const right = () =>
  write('p.weft', pipeline({ a: { kind: 'container', image: 'alpine:3', command: ['true'] } }));
const wrong = () => write('wrong.weft', pipeline({ a: { kind: 'container', image: 'Not an image' } }));

describe('weft compile', () => {
  it('prints the spec and nothing else', () => {
    const { status, out, err } = weft(['compile', right()]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^# PIPELINE DEFINITION\n# Name: demo\n/);
    expect(out).toMatch(/^schemaVersion: /m);
  });

  it('never writes the spec over the pipeline, by whatever name', () => {
    right();
    const before = read('p.weft');
    rmSync(join(folder, 'link.yaml'), { force: true });
    symlinkSync('p.weft', join(folder, 'link.yaml'));
    for (const output of ['p.weft', './p.weft', 'link.yaml']) {
      expect(weft(['compile', 'p.weft', '-o', output])).toEqual({
        status: 2,
        out: '',
        err: `weft: ${output} is the pipeline itself; name another file for the spec.\n`
      });
    }
    expect(read('p.weft')).toBe(before);
  });

  it.each(['--namespace', '--version-name'])('refuses what Kubernetes refuses for %s', option => {
    expect(weft(['compile', right(), '--format', 'crd', option, 'V_1'])).toEqual({
      status: 2,
      out: '',
      err: `weft: ${option} V_1 is no name for Kubernetes; use lower-case letters, digits, hyphens and dots.\n`
    });
  });

  it('prints what became of every setting instead, when asked', () => {
    const { status, out, err } = weft(['compile', right(), '--json']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { report, sourceMap } = JSON.parse(out);
    expect(report).toContainEqual(
      expect.objectContaining({ node: 'a', field: 'image', outcome: 'compiled', path: expect.any(String) })
    );
    expect(Object.keys(sourceMap).length).toBeGreaterThan(0);
  });

  it('writes manifests for pipelines kept in the Kubernetes API', () => {
    const options = ['--format', 'crd', '--namespace', 'team', '--version-name', 'demo-2'];
    const { status, out } = weft(['compile', right(), ...options]);
    expect(status).toBe(0);
    const [made, version] = yaml.loadAll(out);
    const apiVersion = 'pipelines.kubeflow.org/v2beta1';
    expect(made).toMatchObject({
      apiVersion,
      kind: 'Pipeline',
      metadata: { name: 'demo', namespace: 'team' }
    });
    expect(version).toMatchObject({
      apiVersion,
      kind: 'PipelineVersion',
      metadata: { name: 'demo-2', namespace: 'team' },
      spec: { pipelineName: 'demo', pipelineSpec: { pipelineInfo: { name: 'demo' } } }
    });
  });

  it('refuses names of manifests where none are written', () => {
    expect(weft(['compile', right(), '--namespace', 'team'])).toEqual({
      status: 2,
      out: '',
      err: 'weft: --namespace is for manifests; add --format crd.\n'
    });
  });

  it('gives the same bytes in every folder and to every output', () => {
    const { status, out } = weft(['compile', EXAMPLE], { cwd: '/' });
    expect(status).toBe(0);
    const there = weft(['compile', 'breast-cancer.weft'], { cwd: join(EXAMPLE, '..') });
    expect(there.out).toBe(out);
    expect(weft(['compile', EXAMPLE, '-o', 'example.yaml'])).toEqual({ status: 0, out: '', err: '' });
    expect(read('example.yaml')).toBe(out);
  });

  it('writes nothing when problems stand in the way', () => {
    write('kept/out.yaml', 'as it was');
    const { status, out, err } = weft(['compile', wrong(), '-o', 'kept/out.yaml']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^wrong\.weft: a: image: error: .*\[image-name\]$/m);
    expect(read('kept/out.yaml')).toBe('as it was');
    expect(weft(['compile', wrong()])).toMatchObject({ status: 1, out: '' });
    expect(readdirSync(join(folder, 'kept'))).toEqual(['out.yaml']);
  });

  it('writes in spite of problems when told to, but never without a setting', () => {
    expect(weft(['compile', wrong(), '--force'])).toMatchObject({
      status: 0,
      out: expect.stringContaining('image: Not an image')
    });
    const lost = { kind: 'container', image: 'x:1', command: ['true'], timeout: 'soon' };
    expect(weft(['compile', write('lost.weft', pipeline({ a: lost })), '--force'])).toMatchObject({
      status: 1,
      out: ''
    });
  });

  it('says in one sentence where it cannot write, and leaves nothing behind', () => {
    mkdirSync(join(folder, 'full/taken'), { recursive: true });
    const said = (output: string) => {
      const { status, out, err } = weft(['compile', right(), '-o', output]);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      return err;
    };
    const reason = 'cannot be written: there is no such file or folder.';
    expect(said('nope/out.yaml')).toBe(`weft: nope/out.yaml ${reason}\n`);
    expect(said('full/taken')).toBe('weft: full/taken cannot be written: it is a folder.\n');
    expect(said('p.weft/out.yaml')).toBe(
      'weft: p.weft/out.yaml cannot be written: a part of the path is no folder.\n'
    );
    expect(readdirSync(join(folder, 'full'))).toEqual(['taken']);
  });

  it('keeps the link, and the rights, of what it replaces', () => {
    write('linked/real.yaml', 'old');
    chmodSync(join(folder, 'linked/real.yaml'), 0o640);
    symlinkSync('real.yaml', join(folder, 'linked/link.yaml'));
    expect(weft(['compile', right(), '-o', 'linked/link.yaml']).status).toBe(0);
    expect(lstatSync(join(folder, 'linked/link.yaml')).isSymbolicLink()).toBe(true);
    expect(read('linked/real.yaml')).toContain('schemaVersion');
    expect(statSync(join(folder, 'linked/real.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, 'linked')).sort()).toEqual(['link.yaml', 'real.yaml']);
  });

  /** What a shell prints for a line in which `weft` is the command and `"$1"` a pipeline. */
  const shell = (line: string, file: string) => {
    const weftFunction = 'weft() { "$node" "$script" "$@"; }';
    const { stdout, stderr } = spawnSync('bash', ['-c', `${weftFunction}; ${line}`, 'bash', file], {
      cwd: folder,
      env: { ...process.env, node: process.execPath, script },
      encoding: 'utf8'
    });
    return { stdout, stderr };
  };

  it.skipIf(process.platform === 'win32')('writes to devices as they are', () => {
    const spec = weft(['compile', right()]).out;
    const line =
      'weft compile "$1" -o /dev/stdout | cat; weft compile "$1" -o /dev/null; [ -c /dev/null ] && echo $?';
    expect(shell(line, right())).toEqual({ stdout: `${spec}0\n`, stderr: '' });
  });

  it.skipIf(process.platform === 'win32')('goes on when its reader has seen enough', () => {
    const line = 'weft compile "$1" --json | true; echo "${PIPESTATUS[0]}"';
    expect(shell(line, EXAMPLE)).toEqual({ stdout: '0\n', stderr: '' });
  });

  it.skipIf(process.platform !== 'linux')('says when its output is full', () => {
    const stderr = 'weft: the output cannot be written: the disk is full.\n';
    expect(shell('weft compile "$1" > /dev/full; echo $?', EXAMPLE)).toEqual({ stdout: '2\n', stderr });
  });
});
