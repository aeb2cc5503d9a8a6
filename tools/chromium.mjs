// Finds a Chromium for the browser tests, or gets one.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from './setup.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap(folder => NAMES.map(name => join(folder, name))).find(existsSync);
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function attempt(command, args) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: 10 * 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Path of a Chromium; throws a SetupError that says what to do when none can be had. */
export async function findChromium() {
  const named = process.env.CHROMIUM_BIN;
  if (named) {
    if (!existsSync(named)) {
      throw new SetupError(`CHROMIUM_BIN names ${named}, which does not exist.`);
    }
    return named;
  }
  const found = onPath() ?? (await playwrightsOwn());
  if (found) {
    return found;
  }
  process.stderr.write('No Chromium was found; getting one …\n');
  attempt('npx', ['playwright-core', 'install', 'chromium']);
  const downloaded = await playwrightsOwn();
  if (downloaded) {
    return downloaded;
  }
  if (process.getuid?.() === 0) {
    attempt('apt-get', ['update', '-q']);
    attempt('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-dejavu-core']);
  }
  const installed = onPath();
  if (!installed) {
    throw new SetupError('No Chromium could be found or installed; install one and name it in CHROMIUM_BIN.');
  }
  return installed;
}
