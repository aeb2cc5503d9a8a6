import type {
  AnalyzedNotebook,
  CellEdge,
  CellProblem,
  CellUses,
  FileUse,
  GpuMark,
  SyntaxProblem
} from '../src/notebook';
import {
  cellUses,
  gpuLevel,
  gpuOfEach,
  isPython,
  linkCells,
  ownModules,
  requirementsOf
} from '../src/notebook';
import { loadNotebook } from './notebook-file';

/** What `weft analyze --json` prints. */
export interface AnalysisReport {
  cells: {
    id: string;
    /** Place among all cells of the notebook, from 0. */
    index: number;
    defines: string[];
    needs: string[];
    /** Names by how the cell uses them. */
    uses: CellUses;
    /** Modules. */
    imports: string[];
    /** What to give to pip for its imports and installs. */
    requirements: string[];
    /** Of the cell, and of a step of it alone. */
    gpu: GpuMark['level'] | 'none';
    /** Files named by literal paths. */
    files: FileUse[];
    /** What cannot be followed, each as a sentence. */
    opaque: string[];
    syntaxError: SyntaxProblem | null;
  }[];
  edges: CellEdge[];
  problems: CellProblem[];
}

const marked = (level: GpuMark['level'] | 'none'): Pick<GpuMark, 'level'>[] =>
  level === 'none' ? [] : [{ level }];

/** Code cells, the edges between them and their problems, all by cell id. */
export function analysisReport(analyzed: AnalyzedNotebook): AnalysisReport {
  const { edges, problems } = linkCells(analyzed.cells);
  const alone = gpuOfEach(analyzed.cells);
  const written = ownModules(analyzed.cells);
  return {
    cells: analyzed.cells.map(({ id, index, facts }, at) => ({
      id,
      index,
      defines: facts.defines,
      needs: facts.needs,
      uses: cellUses(facts),
      imports: [...new Set(facts.imports.map(({ module }) => module))].sort(),
      requirements: requirementsOf(
        facts.imports.filter(({ module }) => !written.has(module.split('.')[0])),
        facts.installs
      ).map(({ requirement }) => requirement),
      gpu: gpuLevel([...facts.gpu, ...marked(alone[at])]),
      files: facts.statements.flatMap(({ files }) => files.filter(({ module }) => module === undefined)),
      opaque: facts.opaque,
      syntaxError: facts.syntaxError
    })),
    edges,
    problems
  };
}

/**
 * `weft analyze NOTEBOOK [--json]`. The result goes to standard output, messages to standard error.
 *
 * @returns the exit status: 0 fine, 1 a problem of severity error was found
 * @throws NotebookFileError, or UserError for a file that cannot be read
 */
export async function analyzeCommand(path: string, options: { json?: boolean }): Promise<number> {
  const { notebook, analyzed } = await loadNotebook(path);
  if (!isPython(notebook)) {
    process.stderr.write(`${path} is a notebook in ${notebook.language}: only Python cells are read.\n`);
  }
  const report = analysisReport(analyzed);
  process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : plainText(report)}\n`);
  return report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function plainText({ cells, edges, problems }: AnalysisReport): string {
  const places = new Map(cells.map(({ id, index }) => [id, `cell ${index + 1}`]));
  const list = (names: string[]): string => (names.length > 0 ? names.join(', ') : '-');
  return [
    ...cells.map(
      cell =>
        `${places.get(cell.id)}: ` +
        (cell.syntaxError
          ? `does not parse at line ${cell.syntaxError.line}`
          : `defines ${list(cell.defines)}; needs ${list(cell.needs)}`)
    ),
    ...edges.map(
      ({ from, to, name, kind, version }) =>
        `${places.get(from)} -> ${places.get(to)}: ${name}${version ? `@${version}` : ''} (${kind})`
    ),
    ...problems.map(
      ({ severity, cell, line, message, fix }) =>
        `${severity}: ${places.get(cell)}, line ${line}: ${message}${fix ? ` ${fix}` : ''}`
    )
  ].join('\n');
}
