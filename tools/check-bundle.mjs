// Holds the built extension to what JupyterLab needs of it: one React, one Yjs, nothing of Node.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

const STATIC = join(ROOT, 'jupyterlab_weft', 'labextension', 'static');
// JupyterLab shares React 18 and Yjs 13.5 with every extension. A second copy breaks hooks or documents, and the
// runtime of React 19 makes elements that React 18 cannot draw.
const FORBIDDEN = [
  { text: 'react.transitional.element', reason: 'the runtime of React 19 is bundled' },
  { text: 'Yjs was already imported', reason: 'a second Yjs is bundled' },
  { text: 'node:fs', reason: 'a module of Node is bundled' }
];
const BUDGET = 1_500_000;

const scripts = readdirSync(STATIC).filter(name => name.endsWith('.js'));
const faults = [];
let bytes = 0;
for (const name of scripts) {
  const text = readFileSync(join(STATIC, name), 'utf8');
  bytes += text.length;
  for (const { text: wrong, reason } of FORBIDDEN) {
    if (text.includes(wrong)) {
      faults.push(`${name}: ${reason}.`);
    }
  }
}
if (bytes > BUDGET) {
  faults.push(`The scripts have ${bytes} bytes; the budget is ${BUDGET}.`);
}
process.stdout.write(`${scripts.length} scripts, ${Math.round(bytes / 1000)} kB\n`);
faults.forEach(fault => process.stderr.write(`${fault}\n`));
process.exit(faults.length > 0 ? 1 : 0);
