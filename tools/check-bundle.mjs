// Holds the built extension to what JupyterLab needs of it: one React, one Yjs, nothing of Node, and not too much.
// `node tools/check-bundle.mjs [FOLDER]`: the folder of scripts, that of this checkout by default.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './setup.mjs';

const STATIC = process.argv[2] ?? join(ROOT, 'jupyterlab_weft', 'labextension', 'static');
// JupyterLab shares React 18 and Yjs 13.5 with every extension. A second copy breaks hooks or documents, and the
// runtime of React 19 makes elements that React 18 cannot draw.
const FORBIDDEN = [
  { text: 'react.transitional.element', reason: 'the runtime of React 19 is bundled' },
  { text: '__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED=', reason: 'a second React is bundled' },
  { text: 'Yjs was already imported', reason: 'a second Yjs is bundled' },
  { text: 'node:fs', reason: 'a module of Node is bundled' }
];
// The analysis of cells is in it twice: a worker has it, and the page loads it only where there may be no worker.
const BUDGET = 1_750_000;
const BUDGET_GZIPPED = 595_000;

function check() {
  const scripts = existsSync(STATIC) ? readdirSync(STATIC).filter(name => name.endsWith('.js')) : [];
  if (!scripts.some(name => name.startsWith('remoteEntry.'))) {
    return [`There is no built extension in ${STATIC}; npm run build makes it.`];
  }
  const texts = scripts.map(name => ({ name, text: readFileSync(join(STATIC, name), 'utf8') }));
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const gzipped = texts.reduce((sum, { text }) => sum + gzipSync(text).length, 0);
  process.stdout.write(`${scripts.length} scripts, ${kilo(bytes)}, gzipped ${kilo(gzipped)}\n`);
  return [
    ...texts.flatMap(({ name, text }) =>
      FORBIDDEN.filter(wrong => text.includes(wrong.text)).map(({ reason }) => `${name}: ${reason}.`)
    ),
    ...(bytes > BUDGET ? [`The scripts have ${kilo(bytes)}; the budget is ${kilo(BUDGET)}.`] : []),
    ...(gzipped > BUDGET_GZIPPED
      ? [`The scripts have ${kilo(gzipped)} gzipped; the budget is ${kilo(BUDGET_GZIPPED)}.`]
      : [])
  ];
}

const kilo = bytes => `${Math.round(bytes / 1000)} kB`;

const faults = check();
faults.forEach(fault => process.stderr.write(`${fault}\n`));
process.exitCode = faults.length > 0 ? 1 : 0;
