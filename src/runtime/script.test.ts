import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { isRequirement, packStep, type PackedStep, unpackStep } from './index';
import { script } from './script';

const step: PackedStep = {
  notebook: 'a.ipynb',
  prelude: [],
  cells: [{ id: 'c', index: 0, source: 'print("ran")' }],
  inputs: {},
  outputs: {},
  magics: false
};

it('installs nothing unless asked', () => {
  expect(script([])).toBe(script());
  expect(script()).not.toContain('pip');
  expect(packStep({ ...step, packages: [] })).toEqual(packStep(step));
});

it('asks pip as lines of the SDK do, and keeps what was asked for an import', () => {
  const packages = ['pandas==2.2', "x; python_version<'4'"];
  const { command } = packStep({ ...step, packages });
  expect(command[2]).toContain(
    `--quiet --no-warn-script-location 'pandas==2.2' 'x; python_version<'\\''4'\\'''`
  );
  expect(command[2]).toContain('PIP_DISABLE_PIP_VERSION_CHECK=1');
  expect(unpackStep(command)).toEqual({ ...step, packages });
  expect(unpackStep(command.with(2, script(['other'])))).toBeUndefined();
});

it('says what pip could not install', () => {
  const { command } = packStep({ ...step, packages: ['./nowhere-at-all'] });
  const env = { ...process.env, PIP_NO_INDEX: '1' };
  const done = spawnSync(command[0], [...command.slice(1), '{"outputs":{}}'], { encoding: 'utf8', env });
  expect(done.status).toBe(1);
  expect(done.stdout).not.toContain('ran');
  const failure = done.stderr.split('\n').find(line => line.startsWith('weft-failure: ')) ?? '';
  expect(JSON.parse(failure.slice('weft-failure: '.length))).toEqual({
    message: 'pip could not install ./nowhere-at-all: see the log for why.'
  });
}, 60_000);

it('takes what a shell line can hold', () => {
  const fine = [
    'pandas',
    'pandas[parquet]>=2,<3',
    "a; sys_platform == 'linux'",
    'a @ https://h/a.whl#sha256=0'
  ];
  expect(fine.filter(isRequirement)).toEqual(fine);
  const others = ['', '-r a.txt', '--index-url x', 'a$(B)', 'a{{$.x}}', 'a\nb', '`a`', 'python3-saml'];
  expect(others.filter(isRequirement)).toEqual([]);
});
