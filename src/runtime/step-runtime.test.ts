import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('is what the sources of the runtime are packed to', () => {
  const done = spawnSync('python3', ['tools/pack_runtime.py', '--check'], { encoding: 'utf8' });
  expect(done).toMatchObject({ stderr: '', status: 0 });
});
