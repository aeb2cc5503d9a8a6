// `npm run bench:hub`: the hub and other Yjs servers under the same load, side by side in one run. The load and the
// peers are those of the harness in the folder WEFT_HUB_BENCH (bench.mjs, peers/); it is copied, since it installs
// packages. `--only TEXT` runs the cases with that text in their name, `--weft` no peers; `--check` exits with 1 when a
// goal is missed. The machine should do nothing else.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES, FLOOR, SERVERS } from './bench-hub/cases.mjs';
import { RESTART } from './bench-hub/restart.mjs';
import { TWO_HUBS } from './bench-hub/two-hubs.mjs';
import { buildNode, NODE_BUNDLE } from './build-node.mjs';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, weft: { type: 'boolean' }, check: { type: 'boolean' } }
});
const harness = process.env.WEFT_HUB_BENCH;
if (!harness || !existsSync(join(harness, 'bench.mjs'))) {
  process.stderr.write('bench:hub: name the folder of the load harness in WEFT_HUB_BENCH.\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'weft-bench-hub-'));
let port = 7300;

function install(place) {
  const done = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: place, encoding: 'utf8' });
  if (done.status !== 0) {
    throw new Error(`The packages of ${place} cannot be installed: ${done.stderr}`);
  }
}

/** One run of the harness against a fresh server, as its own JSON says it. */
function run({ path, wire, command }, { args, exact }) {
  const data = mkdtempSync(join(folder, 'data-'));
  port++;
  const server = command({ port, data, folder, hub: join(folder, 'hub.mjs'), peers: join(folder, 'peers') });
  const done = spawnSync(
    process.execPath,
    [
      'bench.mjs',
      ...[
        '--url',
        `ws://127.0.0.1:${port}${path}${exact ? `/${exact}` : ''}`,
        '--cmd',
        server,
        '--server-log',
        join(folder, 'server.log')
      ],
      ...(exact ? ['--exact'] : []),
      ...[...wire, ...args].map(String)
    ],
    { cwd: folder, encoding: 'utf8', timeout: 180_000 }
  );
  try {
    return JSON.parse(done.stdout);
  } catch {
    return { error: done.stderr.trim().split('\n').at(-1) || 'nothing was measured in three minutes' };
  }
}

const number = value => (typeof value === 'number' ? value.toFixed(2) : 'none');

/** Each goal of a case as a line, with the figures of all servers. */
function judge({ goals }, runs) {
  return goals.map(({ figure, most, least, share }) => {
    const own = figure.at(runs.weft);
    const other = share && runs[share.of] && figure.at(runs[share.of]);
    const ratio = other ? own / other : undefined;
    const floor = other && runs.relay && figure.at(runs.relay) / other;
    const missed =
      own === undefined || own > most || own < least || (ratio !== undefined && ratio > share.most);
    const bounds = [
      most === undefined ? `at least ${least}` : `at most ${most}`,
      ...(ratio === undefined ? [] : [`${number(ratio)} of ${share.of}, at most ${share.most}`]),
      ...(floor > share?.most ? [`a bare relay takes ${number(floor)} of it here`] : [])
    ];
    const all = Object.entries(runs).map(([name, result]) => `${name} ${number(figure.at(result))}`);
    return {
      missed,
      text: `  ${figure.name.padEnd(22)}${all.join('  ')}  (${bounds.join('; ')})${missed ? '  MISSED' : ''}`
    };
  });
}

let missed = 0;
try {
  cpSync(harness, folder, { recursive: true });
  cpSync(join(import.meta.dirname, 'bench-hub', 'relay.mjs'), join(folder, 'relay.mjs'));
  mkdirSync(join(folder, 'built'));
  await buildNode(join(folder, 'built'));
  readdirSync(join(folder, 'built')).forEach(name => cpSync(join(folder, 'built', name), join(folder, name)));
  await build({
    ...NODE_BUNDLE,
    entryPoints: ['server/testing/postgres.ts'],
    outfile: join(folder, 'postgres.mjs')
  });
  install(folder);
  const servers = options.weft ? SERVERS.slice(0, 1) : SERVERS;
  servers.slice(1).forEach(({ name }) => install(join(folder, 'peers', name.replace('-', ''))));
  process.stdout.write(`load of the machine before: ${loadavg()[0].toFixed(2)}\n`);
  for (const one of [...CASES, TWO_HUBS, RESTART].filter(({ name }) => name.includes(options.only ?? ''))) {
    const runs = {};
    const measured = one.alone || one.measure ? servers.slice(0, 1) : servers;
    for (const server of one.floor && !options.weft ? [...measured, FLOOR] : measured) {
      // What was written before, such as the packages, would otherwise go to the disk under the syncs that are measured.
      spawnSync('sync');
      runs[server.name] = one.measure
        ? await one.measure({ folder, hub: join(folder, 'hub.mjs') })
        : run(server, one);
      if (runs[server.name].error) {
        process.stdout.write(`  ${server.name}: ${runs[server.name].error}\n`);
      }
    }
    const lines = judge(one, runs);
    missed += lines.filter(line => line.missed).length;
    process.stdout.write(`${one.name}\n${lines.map(({ text }) => text).join('\n')}\n`);
  }
  process.stdout.write(missed > 0 ? `${missed} goals were missed\n` : 'all goals were met\n');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(options.check && missed > 0 ? 1 : 0);
