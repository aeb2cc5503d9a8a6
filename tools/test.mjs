// `npm test`: everything, in the order in which failures are cheapest to find.
// `npm test -- unit python` runs only some stages; `npm test -- ui -- -g export` passes the rest on.
import { spawn } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { environment, fail, ROOT, setUp } from './setup.mjs';

const NPX = ['npx', '--no-install'];
const STAGES = [
  { name: 'lint', command: ['npm', 'run', '-s', 'lint'] },
  { name: 'types', command: ['npm', 'run', '-s', 'types'] },
  { name: 'unit', command: [...NPX, 'vitest', 'run', '--silent=passed-only'] },
  { name: 'bundle', command: ['node', 'tools/check-bundle.mjs'] },
  {
    name: 'python',
    command: ['sh', '-c', 'ruff check -q . && ruff format -q --check . && python -m pytest -q "$@"', 'sh']
  },
  {
    name: 'ui',
    command: [...NPX, 'playwright', 'test', '--config', 'ui-tests/playwright.config.mjs'],
    environment: async () => ({ CHROMIUM_BIN: await findChromium() })
  }
];

function run([command, ...args], extra) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...environment(), ...extra }, stdio: 'inherit' });
    child.on('error', error => {
      process.stderr.write(`${command} could not be started: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', code => resolve(code ?? 1));
  });
}

const [names, rest] = split(process.argv.slice(2));
function split(args) {
  const at = args.indexOf('--');
  return at < 0 ? [args, []] : [args.slice(0, at), args.slice(at + 1)];
}

const wanted = STAGES.filter(stage => names.length === 0 || names.includes(stage.name));
if (wanted.length < names.length) {
  process.stderr.write(`Stages are: ${STAGES.map(stage => stage.name).join(', ')}.\n`);
  process.exit(2);
}
const failed = [];
const begun = Date.now();
const since = start => `${((Date.now() - start) / 1000).toFixed(1)} s`;
try {
  await setUp();
  for (const stage of wanted) {
    const started = Date.now();
    process.stdout.write(`\n== ${stage.name}\n`);
    const code = await run([...stage.command, ...rest], await stage.environment?.());
    process.stdout.write(`== ${stage.name}: ${code === 0 ? 'passed' : 'FAILED'} in ${since(started)}\n`);
    if (code !== 0) {
      failed.push(stage.name);
    }
  }
} catch (error) {
  fail(error);
}
const outcome = failed.length > 0 ? `FAILED: ${failed.join(', ')}` : 'passed';
process.stdout.write(`\n== ${wanted.length} stages in ${since(begun)}: ${outcome}\n`);
process.exit(failed.length > 0 ? 1 : 0);
