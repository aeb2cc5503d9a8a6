// `npm run bench`: times the hot paths, and prints each beside a fixed loop run in the same process, so that
// figures of different machines can be compared. Where a case is held to other work, both run in turn, and the figure is
// the median of each run's time over the mean of the runs before and after it: what else the machine does meanwhile
// touches both. The first runs of a case, in which V8 still compiles, are left out of the figures but for the very first,
// which tells what a cold start costs. Prints a table, or JSON with --json. `--only TEXT` runs the cases with that text
// in their name.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildNode, NODE_BUNDLE } from './build-node.mjs';
import { fail, ROOT, setUp } from './setup.mjs';

const WARM_UP = 5;
const RUNS = 15;
const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, json: { type: 'boolean' } }
});

/** Milliseconds of one call. */
async function time(work) {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** How often the time of other work some work takes, run in turn with it. */
async function timesOf(work, { of, atMost, prepare }) {
  const times = [];
  const others = [await time(await prepare(0))];
  for (let i = 0; i < RUNS; i++) {
    times.push(await time(await work(i)));
    others.push(await time(await prepare(i + 1)));
  }
  const ratios = times.map((ms, i) => (2 * ms) / (others[i] + others[i + 1]));
  return { of, times: median(ratios), atMost, median: median(others) };
}

/** A loop of arithmetic and small objects: the yardstick. */
function yardstick() {
  const seen = new Map();
  for (let i = 0; i < 300_000; i++) {
    seen.set(`k${i % 1000}`, { i, n: (seen.get(`k${(i * 7) % 1000}`)?.n ?? 0) + i });
  }
  return seen.size;
}

if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) {
  try {
    await setUp(['python', 'npm']);
  } catch (error) {
    fail(error);
  }
}
/** The command as a user calls it, from the start of Node to the written spec. */
function coldStart(directory) {
  const pipeline = join(ROOT, 'examples', 'breast-cancer', 'breast-cancer.weft');
  const command = [join(directory, 'weft.mjs'), 'compile', pipeline, '-o', join(directory, 'out.yaml')];
  return {
    name: 'weft compile, the example, whole process',
    goal: 1000,
    prepare: async () => () => {
      const done = spawnSync(process.execPath, command, { encoding: 'utf8' });
      if (done.status !== 0) {
        throw new Error(done.stderr);
      }
    }
  };
}

const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'));
try {
  const outfile = join(folder, 'bench.mjs');
  const thread = join(folder, 'cell-thread.mjs');
  await build({ ...NODE_BUNDLE, entryPoints: [join(ROOT, 'tools', 'bench', 'cases.ts')], outfile });
  await build({
    ...NODE_BUNDLE,
    entryPoints: [join(ROOT, 'tools', 'bench', 'cell-thread.ts')],
    outfile: thread
  });
  await buildNode(folder);
  const { cases } = await import(pathToFileURL(outfile).href);
  const rows = [];
  const all = [...(await cases(join(ROOT, 'node_modules'), thread)), coldStart(folder)];
  for (const { name, goal, prepare, beside } of all.filter(({ name }) => name.includes(options.only))) {
    const times = [];
    const loops = [];
    for (let i = 0; i < WARM_UP + RUNS; i++) {
      const work = await prepare(i);
      loops.push(await time(yardstick));
      times.push(await time(work));
    }
    const first = times[0];
    const warm = times.slice(WARM_UP);
    const ms = median(warm);
    rows.push({
      name,
      goal,
      median: ms,
      first,
      worst: Math.max(...warm),
      ratio: ms / median(loops.slice(WARM_UP)),
      ...(beside && { beside: await timesOf(prepare, beside) })
    });
  }
  if (options.json) {
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    process.stdout.write(
      `${'case'.padEnd(44)}${'median'.padStart(10)}${'first'.padStart(10)}${'goal'.padStart(9)}${'x loop'.padStart(9)}\n`
    );
    for (const row of rows) {
      const cell = value => `${value.toFixed(1)} ms`.padStart(10);
      const line = `${row.name.padEnd(44)}${cell(row.median)}${cell(row.first)}${(row.goal ? `${row.goal} ms` : '').padStart(9)}`;
      process.stdout.write(
        `${line}${row.ratio.toFixed(2).padStart(9)}${row.median > row.goal ? '  over the goal' : ''}\n`
      );
      if (row.beside) {
        const { of, times, atMost, median } = row.beside;
        const over = times > atMost ? '  over the goal' : '';
        process.stdout.write(
          `  ${times.toFixed(2)} times "${of}" (${median.toFixed(1)} ms), at most ${atMost}${over}\n`
        );
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
