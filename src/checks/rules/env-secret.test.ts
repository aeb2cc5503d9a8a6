import { expect, it } from 'vitest';
import { container, findings, flowOf, found } from '../testing/flow';
import { envSecret } from './env-secret';

const set = (name: string, value: string) => flowOf({ a: container({ env: { [name]: value } }) });

it.each([
  ['MODE', 'train'],
  ['TOKENIZERS_PARALLELISM', 'false'],
  ['MAX_TOKENS', '512'],
  ['TOKEN_PATH', '/var/run/token'],
  ['DB_PASSWORD', ''],
  ['URL', 'https://example.org/a@b'],
  ['TASK', 'task-abcdefghijklmnopqrstuvwxyz']
])('lets %s=%s pass', (name, value) => {
  expect(found(envSecret, set(name, value))).toEqual([]);
});

it.each([
  ['DB_PASSWORD', 'hunter2'],
  ['hf_token', 'x'],
  ['AWS_SECRET_ACCESS_KEY', 'x'],
  ['KEY', `AKIA${'A1'.repeat(8)}`],
  ['URL', 'postgres://user:pass@db/x'],
  ['PEM', '-----BEGIN RSA PRIVATE KEY-----'],
  ['X', `ghp_${'a'.repeat(36)}`]
])('warns of %s', (name, value) => {
  expect(found(envSecret, set(name, value))).toEqual([`warning a env.${name}`]);
});

it('does not repeat the secret', () => {
  expect(JSON.stringify(findings(envSecret, set('DB_PASSWORD', 'hunter2')))).not.toContain('hunter2');
});
