// `npm start`: sets everything up, then opens JupyterLab on the examples.
// `npm start -- --no-browser --port 8890` passes its arguments on to JupyterLab.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, fail, ROOT, setUp } from './setup.mjs';

/** Settings of this checkout alone, so that trying Weft changes nothing of a user's own Jupyter. */
function ownConfig() {
  const config = join(ROOT, '.setup', 'jupyter');
  mkdirSync(join(config, 'labconfig'), { recursive: true });
  const quiet = { disabledExtensions: { '@jupyterlab/apputils-extension:announcements': true } };
  writeFileSync(join(config, 'labconfig', 'page_config.json'), JSON.stringify(quiet));
  return config;
}

try {
  await setUp();
} catch (error) {
  fail(error);
}
const args = ['lab', ...process.argv.slice(2)];
if (process.getuid?.() === 0) {
  args.push('--allow-root');
}
if (args.some(arg => /^--port\b/.test(arg))) {
  // Who names a port wants that one, and no other that happens to be free.
  args.push('--ServerApp.port_retries=0');
}
// In a process group of its own: an interrupt at the terminal, which npm repeats, reaches it through us alone, once.
const lab = spawn('jupyter', args, {
  cwd: join(ROOT, 'examples'),
  env: { ...environment(), JUPYTER_CONFIG_DIR: ownConfig() },
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: process.platform !== 'win32'
});
let told = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    told ||= lab.kill('SIGTERM');
  });
}
lab.on('error', error => fail(error));
lab.on('close', code => process.exit(told ? 0 : (code ?? 1)));
