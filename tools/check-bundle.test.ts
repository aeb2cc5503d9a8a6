import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** What the check says of these scripts: its status, and its faults. */
function check(scripts: Record<string, string>): { status: number | null; faults: string } {
  const folder = mkdtempSync(join(tmpdir(), 'weft-static-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  Object.entries(scripts).forEach(([name, text]) => writeFileSync(join(folder, name), text));
  const program = join(ROOT, 'tools', 'check-bundle.mjs');
  const { status, stderr } = spawnSync(process.execPath, [program, folder], { encoding: 'utf8' });
  return { status, faults: stderr.replace(folder, 'FOLDER') };
}

const ENTRY = { 'remoteEntry.0.js': 'load()' };

test('a right bundle passes', () => {
  expect(check({ ...ENTRY, '1.js': 'draw()' })).toEqual({ status: 0, faults: '' });
});

test('a build that is missing is named', () => {
  const faults = 'There is no built extension in FOLDER; npm run build makes it.\n';
  expect(check({ 'style.js': '' })).toEqual({ status: 1, faults });
});

test.each([
  ['Symbol.for("react.transitional.element")', '1.js: the runtime of React 19 is bundled.\n'],
  ['exports.__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED=a', '1.js: a second React is bundled.\n'],
  ['console.error("Yjs was already imported")', '1.js: a second Yjs is bundled.\n'],
  ['require("node:fs")', '1.js: a module of Node is bundled.\n']
])('what does not belong there is named: %.60s', (text, faults) => {
  expect(check({ ...ENTRY, '1.js': text })).toEqual({ status: 1, faults });
});

test('what is too large is held to its budget', () => {
  const { status, faults } = check({ ...ENTRY, '1.js': 'x'.repeat(5_000_000) });
  expect(faults).toMatch(/^The scripts have 5000 kB; the budget is \d+ kB\.\n$/);
  expect(status).toBe(1);
});

test('what travels compressed is held to a budget of its own', () => {
  const { status, faults } = check({ ...ENTRY, '1.js': randomBytes(700_000).toString('base64') });
  expect(faults).toMatch(/^The scripts have \d+ kB gzipped; the budget is \d+ kB\.\n$/);
  expect(status).toBe(1);
});
