// `npm run bench:cells`: what Weft and its peers say that cells need and bind, beside what is known of them. Writes the
// table of docs/cells.md. The peers are installed into node_modules/.cache/cells-peers when they are not there.
// With --check, needs no network: fails when the rows of Weft in the table are not what Weft says now.
// WEFT_YARDSTICKS may name a folder of records of what the tests of other tools expect.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../conformance/bundle.mjs';
import { edgesOf, edgeTable } from './bench-cells/edges.mjs';
import { fail, PYTHON, ROOT } from './setup.mjs';

const CELLS = 1200;
const SEED = '7';
const PEERS = join(ROOT, 'node_modules', '.cache', 'cells-peers');
const PAGE = join(ROOT, 'docs', 'cells.md');
const EDGES = 'Edges between cells of the example notebooks, missed and invented:';
const [BEGIN, END] = ['<!-- table: npm run bench:cells -->', '<!-- end of the table -->'];

function python(executable, args, input) {
  const done = spawnSync(executable, args, {
    cwd: join(ROOT, 'conformance', 'analysis'),
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 29
  });
  process.stderr.write(done.stderr ?? '');
  if (done.status !== 0) {
    throw new Error(`${executable} ${args[0]} ended with ${done.status ?? done.error?.message}.`);
  }
  return done.stdout;
}

/** The Python of the peers, with them installed. Kale comes if it can be installed, its answers if it can be imported. */
function peersPython() {
  const executable = join(PEERS, 'bin', 'python');
  if (!existsSync(executable)) {
    python(PYTHON, ['-m', 'venv', PEERS]);
    python(executable, ['-m', 'pip', 'install', '-q', 'marimo', 'pyflakes']);
    spawnSync(executable, ['-m', 'pip', 'install', '-q', 'kubeflow-kale'], { stdio: 'inherit' });
  }
  return executable;
}

const names = text => text.split(' ').filter(Boolean);

/** Cells of which it is known what they need and bind; `soft` names may be said or left out. */
function corpora({ PROBES }) {
  const probes = Object.values(PROBES)
    .flat()
    .map(([source, defines, needs, soft = '']) => ({
      source,
      defines: names(defines),
      needs: names(needs),
      soft: names(soft)
    }));
  const generated = JSON.parse(python(PYTHON, ['observe.py', String(CELLS), SEED])).map(cell => ({
    ...cell,
    soft: []
  }));
  return { 'Probes of the language': probes, 'Generated cells': generated, ...yardsticks() };
}

function yardsticks() {
  const folder = process.env.WEFT_YARDSTICKS;
  const files = folder ? readdirSync(folder).filter(name => name.endsWith('.json')) : [];
  return Object.fromEntries(
    files.map(file => {
      const { records } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const cells = records
        .filter(({ expect }) => expect)
        .flatMap(({ cells, expect }) =>
          expect.cells.flatMap((want, at) =>
            want ? [{ source: cells[at], ...want, soft: [...want.soft, ...want.soft_defines, '*'] }] : []
          )
        );
      return [`Records: ${file.replace('.json', '')}`, cells];
    })
  );
}

/** The example notebooks that run as plain Python, with the edges that their runs showed. */
function runNotebooks() {
  const folder = join(ROOT, 'examples');
  const paths = readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith('.ipynb') && !/checkpoint/.test(name))
    .map(name => join(folder, name))
    .filter(path => !/^\s*[%!]/m.test(codeOf(path)))
    .sort();
  return JSON.parse(python(PYTHON, ['observe_edges.py', ...paths]));
}

const codeOf = path =>
  JSON.parse(readFileSync(path, 'utf8'))
    .cells.filter(cell => cell.cell_type === 'code')
    .map(cell => [cell.source].flat().join(''))
    .join('\n');

/** Names missed and invented over a corpus, and cells for which there was no answer; their names are not counted. */
function score(cells, answers) {
  const total = { missed: 0, invented: 0, missedBinds: 0, inventedBinds: 0, refused: 0 };
  cells.forEach(({ defines, needs, soft }, at) => {
    const answer = answers[at];
    if (answer.refused) {
      total.refused++;
      return;
    }
    const without = (all, some) => all.filter(name => !some.includes(name) && !soft.includes(name)).length;
    total.missed += without(needs, answer.needs);
    total.invented += without(answer.needs, needs);
    total.missedBinds += without(defines, answer.defines);
    total.inventedBinds += without(answer.defines, defines);
  });
  return total;
}

function row(corpus, tool, count, total) {
  return `| ${[corpus, count, tool, ...Object.values(total)].join(' | ')} |`;
}

const folder = mkdtempSync(join(tmpdir(), 'weft-cells-'));
try {
  const weft = await load(
    `export { createAnalyzer, linkCells } from './src/notebook'; export { PROBES } from './src/notebook/testing/probes';`,
    folder
  );
  const wasm = file => readFileSync(join(ROOT, 'node_modules', file, `${file}.wasm`));
  const analyzer = await weft.createAnalyzer({
    runtime: wasm('web-tree-sitter'),
    python: wasm('tree-sitter-python')
  });
  const own = source => {
    const { syntaxError, defines, needs } = analyzer.analyze(source);
    return syntaxError ? { refused: syntaxError.message } : { defines, needs };
  };
  const linked = sources =>
    weft
      .linkCells(sources.map((source, at) => ({ id: String(at), facts: analyzer.analyze(source) })))
      // files, and the state of global generators, are no names of cells
      .edges.filter(({ kind, name }) => kind !== 'file' && kind !== 'order' && !name.startsWith('weft_'))
      .map(({ from, to, name }) => [Number(from), Number(to), name]);
  const known = corpora(weft);
  const checking = process.argv.includes('--check');
  const peers = checking ? null : peersPython();
  const rows = [];
  const versions = new Set();
  const notebooks = runNotebooks();
  const found = [{ tool: 'Weft', edges: notebooks.map(({ cells }) => linked(cells)) }];
  if (peers) {
    const sources = notebooks.flatMap(({ cells }) => cells);
    const said = JSON.parse(python(peers, ['peers.py'], JSON.stringify(sources)));
    for (const [tool, { answers }] of Object.entries(said)) {
      const left = [...answers];
      found.push({ tool, edges: notebooks.map(({ cells }) => edgesOf(left.splice(0, cells.length))) });
    }
  }
  const edges = edgeTable(notebooks, found);
  for (const [corpus, cells] of Object.entries(known)) {
    const sources = cells.map(({ source }) => source);
    rows.push(row(corpus, 'Weft', cells.length, score(cells, sources.map(own))));
    if (peers) {
      const said = JSON.parse(python(peers, ['peers.py'], JSON.stringify(sources)));
      for (const [tool, { version, answers }] of Object.entries(said)) {
        versions.add(version);
        rows.push(row(corpus, tool, cells.length, score(cells, answers)));
      }
    }
  }
  const page = readFileSync(PAGE, 'utf8');
  if (checking) {
    const own = [...rows, ...edges.rows].filter(line => !line.startsWith('| Records'));
    const stale = own.filter(line => !page.includes(line));
    process.stdout.write(
      stale.length ? `Not in docs/cells.md:\n${stale.join('\n')}\n` : 'docs/cells.md is right.\n'
    );
    process.exitCode = stale.length ? 1 : 0;
  } else {
    const head =
      '| cells | number | tool | needs missed | needs invented | binds missed | binds invented | refused |\n' +
      '| --- | --- | --- | --- | --- | --- | --- | --- |';
    const edgesText = `${edges.head}\n${edges.rows.join('\n')}`;
    const table = `${head}\n${rows.join('\n')}\n\n${EDGES}\n\n${edgesText}\n\nVersions: ${[...versions].sort().join(', ')}.`;
    process.stdout.write(`${table}\n`);
    const [before, rest] = page.split(BEGIN);
    writeFileSync(PAGE, `${before}${BEGIN}\n\n${table}\n\n${END}${rest.split(END)[1]}`);
  }
} catch (error) {
  fail(error);
} finally {
  rmSync(folder, { recursive: true });
}
