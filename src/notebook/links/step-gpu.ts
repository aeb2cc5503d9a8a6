import type { GpuMark, StatementFacts, StatementKind } from '../facts';
import { trainsOnGpu } from '../gpu/implicit';
import { gpuLevel } from '../gpu/marks';
import { lookBack } from './look-back';
import { type Trace, traceCells, type TracedCell } from './trace';
import { usesByCell } from './uses-by-cell';
import type { ResolvedUse, Version } from './version';

type Level = GpuMark['level'];

/**
 * How much cells want a GPU: by their own marks, by those of what they take from other cells (functions they use,
 * imports, the device they name), and by the values they train or run, when those were put on a GPU before or are of
 * a framework that takes one where it finds it.
 */
export function stepGpu(trace: Trace, own: ReadonlySet<number>): Level | 'none' {
  const found = [...own].flatMap(cell => ownLevels(trace, cell));
  const uses = usesByCell(trace);
  for (const use of [...own].flatMap(cell => uses[cell])) {
    if (use.version && use.kind !== 'readAnnotation' && use.kind !== 'join') {
      found.push(...levelsOf(trace, use, use.version));
    }
  }
  return gpuLevel(found.map(level => ({ level })));
}

/** How much a step of each cell alone wants a GPU, in the order of the cells. */
export function gpuOfEach(cells: readonly TracedCell[]): (Level | 'none')[] {
  const trace = traceCells(cells);
  return cells.map((_, cell) => stepGpu(trace, new Set([cell])));
}

/** What counts where it is used; to ask for a GPU is not to use one. */
const LATE: ReadonlySet<StatementKind> = new Set(['function', 'class', 'import', 'hardware']);

/** Marks of what the cell runs: bodies of functions count where they are called. */
function ownLevels(trace: Trace, cell: number): Level[] {
  const { gpu, statements } = trace.cells[cell].facts;
  const late = statements.filter(({ kind }) => LATE.has(kind));
  return gpu.filter(({ line }) => !late.some(statement => holds(statement, line))).map(({ level }) => level);
}

function levelsOf(trace: Trace, { kind, called, cell, statement }: ResolvedUse, version: Version): Level[] {
  const marks = marksOf(trace, version);
  switch (version.kind) {
    case 'function':
    case 'class':
    case 'import':
    case 'literal':
      return marks;
    case 'hardware':
      return marks.length > 0 ? ['would'] : [];
    default: {
      const same = version.cell === cell && version.statement === statement;
      const runs = called === true || kind === 'update';
      const names = version.made === 'literal:str' || version.made === 'torch.device';
      const placed = marks.length > 0 || rootPlaced(trace, version);
      return (names && marks.length > 0) || (runs && !same && (placed || trainsOnGpu(version.made)))
        ? ['would']
        : [];
    }
  }
}

/** Whether any version of the object so far was put on a GPU. */
function rootPlaced(trace: Trace, version: Version): boolean {
  return lookBack(version, placed, at =>
    marksOf(trace, at).length > 0 ? { answer: true } : (at.previous ?? { answer: false })
  );
}

/** Versions belong to one trace. */
const placed = new WeakMap<Version, { answer: boolean }>();

/** The marks in the statement that made a version. */
function marksOf(trace: Trace, { cell, statement }: Version): Level[] {
  const { gpu, statements } = trace.cells[cell].facts;
  const facts = statements[statement];
  return gpu.filter(({ line }) => holds(facts, line)).map(({ level }) => level);
}

function holds({ startLine, endLine }: StatementFacts, line: number): boolean {
  return startLine <= line && line <= endLine;
}
