import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/checks';
import { resolve } from '../../src/flow';
import { compile, DEFAULT_TARGET, importSpec, readSpec, validateSpec, writeSpec } from '../../src/kubeflow';
import { createAnalyzer, linkCells, type Notebook } from '../../src/notebook';
import { newPipeline, type Pipeline } from '../../src/pipeline';
import { emptyCatalog } from '../../src/pools';
import { inThreads, THREADS } from './in-threads';
import { nestedGroups } from './nested-groups';

/** One thing to time: `prepare` makes ready what is not timed, and returns the work. */
export interface Case {
  name: string;
  /** Milliseconds; none where the figure explains another. */
  goal?: number;
  prepare: Prepare;
  /** Other work, and how often its time the case may take: less than a few times what cannot be saved, or linear. */
  beside?: { of: string; atMost: number; prepare: Prepare };
}

type Prepare = (run: number) => Promise<() => unknown>;

const STEPS = 200;
const CELLS = 200;
/** Cells that are a megabyte together. */
const MEGABYTE = 2560;
const NESTED = 'compile, 1000 steps in nested groups';

/** The cases, with the grammars read from a folder of packages; `thread` is the bundle of `cell-thread.ts`. */
export async function cases(packages: string, thread: string): Promise<Case[]> {
  const wasm = {
    runtime: new Uint8Array(readFileSync(join(packages, 'web-tree-sitter', 'web-tree-sitter.wasm'))),
    python: new Uint8Array(readFileSync(join(packages, 'tree-sitter-python', 'tree-sitter-python.wasm')))
  };
  const analyzeAll = async (salt: string, cells = CELLS) => {
    const analyzer = await createAnalyzer(wasm);
    const source = notebook(salt, cells);
    return { analyzer, source };
  };
  return [
    {
      name: 'start of the parser',
      goal: 60,
      // the first run starts the runtime, the others read the grammar
      prepare: async () => () => createAnalyzer(wasm)
    },
    {
      name: `compile, ${STEPS} steps, to YAML`,
      goal: 150,
      prepare: async run => {
        const { analyzer, source } = await analyzeAll(`c${run}`);
        const analyzed = analyzer.notebook(source);
        const drawn = pipeline(analyzed.cells.map(({ id, hash }) => ({ id, hash })));
        const flow = resolve(drawn, { notebook: () => analyzed });
        return () => writeSpec(compile(flow, emptyCatalog, DEFAULT_TARGET));
      }
    },
    {
      name: NESTED,
      goal: 400,
      prepare: async () => compileNested(1000),
      beside: {
        of: 'YAML and JSON of the same spec: write, read, JSON.parse, JSON.stringify',
        atMost: 3,
        prepare: async () => {
          const compiled = compile(nestedGroups(1000), emptyCatalog, DEFAULT_TARGET);
          const text = writeSpec(compiled);
          const json = JSON.stringify(readSpec(text));
          return () => [writeSpec(compiled), readSpec(text), JSON.stringify(JSON.parse(json))];
        }
      }
    },
    {
      name: 'compile, 2000 steps in nested groups',
      goal: 920,
      prepare: async () => compileNested(2000),
      beside: { of: NESTED, atMost: 2.3, prepare: async () => compileNested(1000) }
    },
    {
      name: `read and validate a spec, ${STEPS} steps`,
      goal: 150,
      prepare: async run => {
        const { analyzer, source } = await analyzeAll(`s${run}`);
        const analyzed = analyzer.notebook(source);
        const drawn = pipeline(analyzed.cells.map(({ id, hash }) => ({ id, hash })));
        const flow = resolve(drawn, { notebook: () => analyzed });
        const text = writeSpec(compile(flow, emptyCatalog, DEFAULT_TARGET));
        return () => validateSpec(readSpec(text));
      }
    },
    {
      name: process.env.WEFT_CORPUS ? 'read and import the largest real spec' : 'read and import a spec',
      goal: 1200,
      prepare: async () => {
        const text = largeSpec();
        return () => importSpec(readSpec(text), { id: 'bench' });
      },
      beside: {
        of: 'YAML and JSON of the same spec: read, JSON.parse, JSON.stringify',
        atMost: 3,
        prepare: async () => {
          const text = largeSpec();
          const json = JSON.stringify(readSpec(text));
          return () => [readSpec(text), JSON.stringify(JSON.parse(json))];
        }
      }
    },
    {
      name: `resolve and check, ${STEPS} steps`,
      goal: 50,
      prepare: async run => {
        const { analyzer, source } = await analyzeAll(`r${run}`);
        const analyzed = analyzer.notebook(source);
        const drawn = pipeline(analyzed.cells.map(({ id, hash }) => ({ id, hash })));
        return () => check(resolve(drawn, { notebook: () => analyzed }), emptyCatalog, DEFAULT_TARGET);
      }
    },
    {
      name: `analyse, 1 MB of cells, in ${THREADS} workers`,
      goal: 400,
      prepare: async run => {
        const read = await inThreads(wasm, thread);
        return () => read(notebook(`w${run}`, MEGABYTE));
      }
    },
    {
      name: 'analyse, 1 MB of cells, in one thread',
      prepare: async run => {
        const { analyzer, source } = await analyzeAll(`m${run}`, MEGABYTE);
        return () => source.cells.forEach(cell => analyzer.analyze(cell.source));
      }
    },
    {
      name: 'analyse, one cell of 500 changed',
      goal: 10,
      prepare: async run => {
        const { analyzer, source } = await analyzeAll(`f${run}`, 500);
        const before = analyzer.notebook(source);
        const cells = source.cells.map((cell, i) =>
          i === 250 ? { ...cell, source: `${cell.source}\nnew = ${run}` } : cell
        );
        return () => analyzer.notebook({ ...source, cells }, before);
      }
    },
    {
      name: 'analyse, one cell of 256 kB',
      goal: 150,
      prepare: async run => {
        const { analyzer, source } = await analyzeAll(`l${run}`, MEGABYTE / 4);
        const long = source.cells.map(cell => cell.source).join('\n');
        return () => analyzer.analyze(long);
      },
      beside: {
        of: 'a cell of half the size',
        atMost: 2.6,
        prepare: async run => {
          const { analyzer, source } = await analyzeAll(`h${run}`, MEGABYTE / 8);
          const long = source.cells.map(cell => cell.source).join('\n');
          return () => analyzer.analyze(long);
        }
      }
    },
    {
      name: `analyse, ${CELLS} cells, cold`,
      goal: 150,
      prepare: async run => {
        const { analyzer, source } = await analyzeAll(`a${run}`);
        return () => linkCells(analyzer.notebook(source).cells);
      }
    },
    {
      name: `analyse, ${CELLS} cells, one changed`,
      goal: 10,
      prepare: async run => {
        const { analyzer, source } = await analyzeAll(`o${run}`);
        const before = analyzer.notebook(source);
        const cells = source.cells.map((cell, i) =>
          i === 90 ? { ...cell, source: `${cell.source}\nnew = ${run}` } : cell
        );
        return () => linkCells(analyzer.notebook({ ...source, cells }, before).cells);
      }
    }
  ];
}

/** The largest of the real specs in the folder that WEFT_CORPUS names, else 1000 steps in nested groups. */
function largeSpec(): string {
  const folder = process.env.WEFT_CORPUS;
  if (folder === undefined) {
    return writeSpec(compile(nestedGroups(1000), emptyCatalog, DEFAULT_TARGET));
  }
  const texts = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
  return texts.reduce((largest, text) => (text.length > largest.length ? text : largest));
}

function compileNested(steps: number): () => unknown {
  const flow = nestedGroups(steps);
  return () => writeSpec(compile(flow, emptyCatalog, DEFAULT_TARGET));
}

/** A notebook of ordinary cells; `salt` keeps them out of every cache. */
function notebook(salt: string, count: number): Notebook {
  const cells = Array.from({ length: count }, (_, i) => ({
    id: `c${i}`,
    index: i,
    type: 'code' as const,
    tags: [],
    source: cellSource(i, salt)
  }));
  return { path: 'bench.ipynb', language: 'python', cells };
}

function cellSource(i: number, salt: string): string {
  if (i === 0) {
    return `# ${salt}\nimport numpy as np\nimport pandas as pd\nfrom sklearn.linear_model import Ridge\n`;
  }
  if (i === 1) {
    return `# ${salt}\ndef scale(frame, by=2):\n    """Scales a frame."""\n    return frame.assign(**{c: frame[c] * by for c in frame})\n`;
  }
  const from = i < 4 ? 'pd.DataFrame({"a": range(10)})' : `frame_${i - 2}`;
  return [
    `# step ${i} ${salt}`,
    `frame_${i} = scale(${from}, by=${i})`,
    `frame_${i}["b"] = np.where(frame_${i}["a"] > ${i}, 1, 0)`,
    `for column in frame_${i}.columns:`,
    `    if frame_${i}[column].isna().any():`,
    `        frame_${i}[column] = frame_${i}[column].fillna(0)`,
    `model_${i} = Ridge(alpha=${i}).fit(frame_${i}[["a"]], frame_${i}["b"])`,
    `print(f"{model_${i}.coef_!r:>20} {len(frame_${i})=}")`,
    `frame_${i}.head()`
  ].join('\n');
}

/** One node for each cell. */
function pipeline(cells: { id: string; hash: string }[]): Pipeline {
  const drawn = newPipeline({ id: 'bench', name: 'bench' });
  const nodes = cells.map((cell, i) => [
    `n${i}`,
    {
      kind: 'cells',
      title: `Step ${i}`,
      notebook: 'bench.ipynb',
      cells: [cell],
      image: 'python:3.11',
      resources: { cpu: '2', memory: '4Gi' },
      retry: { max: 2 }
    }
  ]);
  return { ...drawn, nodes: Object.fromEntries(nodes) };
}
