import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { SqliteStore } from '../stores';
import { temporaryFolder } from '../testing/hub';
import { askForBackup, serveBackups } from './backup-socket';

afterEach(() => vi.unstubAllEnvs());

function storage(...names: string[]) {
  const folder = join(temporaryFolder(), ...names);
  mkdirSync(folder, { recursive: true });
  const store = new SqliteStore(folder);
  onTestFinished(() => store.close());
  const events: string[] = [];
  return { folder, store, log: (event: string) => events.push(event), events };
}

it.each([
  ['a short path', []],
  ['a path too long for a socket', ['x'.repeat(90), 'ü'.repeat(60)]]
])('has a running hub copy its rooms from a folder with %s', async (_path, names) => {
  const { folder, store, log, events } = storage(...names);
  await store.open('doc1', 'ada');
  const file = join(temporaryFolder(), 'rooms.db');
  const temporary = temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  expect(await askForBackup(folder, file)).toBe(false);
  const stop = await serveBackups(folder, store, log);
  expect(await askForBackup(folder, file)).toBe(true);
  expect(existsSync(file)).toBe(true);
  await expect(askForBackup(folder, file)).rejects.toThrow(/is there already/);
  stop();
  expect(existsSync(join(folder, 'backup'))).toBe(false);
  expect(await askForBackup(folder, file)).toBe(false);
  expect(events).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
});

it('takes no file away that has the name of its socket', async () => {
  const { folder, store, log, events } = storage();
  const file = join(folder, 'backup');
  writeFileSync(file, 'rooms');
  (await serveBackups(folder, store, log))();
  expect(readFileSync(file, 'utf8')).toBe('rooms');
  expect(events).toEqual(['no backups while the hub runs']);
});
