import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** What a command left behind. */
export interface Ended {
  status: number | null;
  out: string;
  err: string;
}

/** The command as it is shipped, in a process and with a folder of its own. */
export interface Shipped {
  /** Where the command works; made before the tests of a file and removed after them. */
  folder: string;
  /** Path of the bundled script. */
  script: string;
  /** Writes a file below the folder and gives its path, relative to the folder. */
  write: (name: string, content: string | object) => string;
  /** Runs the command to its end, in the folder. */
  weft: (args: string[], options?: { cwd?: string; node?: string[]; env?: NodeJS.ProcessEnv }) => Ended;
}

/** Bundles the command once for the tests of a file. */
export function shipWeft(): Shipped {
  const folder = mkdtempSync(join(tmpdir(), 'weft-shipped-'));
  // A busy machine starts processes slowly.
  vi.setConfig({ testTimeout: 60_000 });
  const bundles = join(folder, '.node');
  const script = join(bundles, 'weft.mjs');
  beforeAll(() => {
    execFileSync(process.execPath, [join(ROOT, 'tools', 'build-node.mjs'), bundles]);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    script,
    write(name, content) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
      return name;
    },
    weft(args, { cwd = folder, node = [], env = {} } = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...node, script, ...args], {
        cwd,
        env: { ...process.env, ...env },
        encoding: 'utf8'
      });
      return { status, out: stdout, err: stderr };
    }
  };
}

/** A notebook with these sources as code cells; the ids are the keys. */
export function notebook(cells: Record<string, string>): object {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { language_info: { name: 'python' } },
    cells: Object.entries(cells).map(([id, source]) => {
      return { id, cell_type: 'code', source, metadata: {}, outputs: [], execution_count: null };
    })
  };
}

/** A pipeline file with these nodes. */
export function pipeline(nodes: object, more: object = {}): object {
  return { weft: 1, id: 'abc', name: 'demo', nodes, ...more };
}
