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
const lab = spawn('jupyter', args, {
  cwd: join(ROOT, 'examples'),
  env: { ...environment(), JUPYTER_CONFIG_DIR: ownConfig() },
  stdio: 'inherit'
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => lab.kill(signal));
}
lab.on('close', code => process.exit(code ?? 1));
