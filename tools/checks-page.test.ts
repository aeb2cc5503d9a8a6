import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../src/checks';
import { ROWS } from '../src/kubeflow';

const ROOT = join(import.meta.dirname, '..');

test('the committed page of checks is the present one', () => {
  execFileSync(process.execPath, [join(ROOT, 'tools', 'checks-page.mjs'), '--check'], { stdio: 'pipe' });
});

test('it has every rule and every row of the targets', () => {
  const page = readFileSync(join(ROOT, 'docs', 'checks.md'), 'utf8');
  for (const id of [...RULES.map(rule => rule.id), ...ROWS.map(row => `target-${row.id}`)]) {
    expect(page).toContain(`| \`${id}\` |`);
  }
});

test('every rule says in a sentence what holds', () => {
  for (const { about } of RULES) {
    expect(about).toMatch(/^[A-Z][^\n]*\.$/);
  }
});
