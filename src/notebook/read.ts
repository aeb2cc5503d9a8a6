import type { Notebook, NotebookCell } from './facts';
import { locateJsonFault } from './json-fault';
import { MARK_KEY, readMark } from './step-marks';
import { placeId, uniqueId } from './unique-id';

/** A notebook file that cannot be read; the message is one sentence that names the place. */
export class NotebookFileError extends Error {
  constructor(
    readonly path: string,
    problem: string,
    /** 1-based; 1, 1 when the shape rather than a character is at fault. */
    readonly line = 1,
    readonly column = 1
  ) {
    super(problem);
    this.name = 'NotebookFileError';
  }
}

type JsonObject = Record<string, unknown>;

/**
 * Reads a notebook file of nbformat 4 (https://nbformat.readthedocs.io).
 *
 * Cells without an id (before nbformat 4.5) are called `cell-<index>`; of cells with the same id the
 * first keeps it. Outputs are not looked at.
 *
 * @throws NotebookFileError when the text is no JSON or no notebook.
 */
export function readNotebook(text: string, path: string): Notebook {
  const root = parse(text, path);
  if (!isObject(root) || !Array.isArray(root.cells)) {
    const old = isObject(root) && Array.isArray(root.worksheets);
    throw new NotebookFileError(
      path,
      old
        ? `${path} is a notebook of nbformat 3: convert it with "jupyter nbconvert --to notebook".`
        : `${path} is not a notebook: it has no list of cells.`
    );
  }
  if (typeof root.nbformat === 'number' && root.nbformat !== 4) {
    throw new NotebookFileError(path, `${path} is a notebook of nbformat ${root.nbformat}, and 4 is read.`);
  }
  const used = new Set<string>();
  const cells = root.cells.map((cell: unknown, index) => readCell(cell, index, used, path));
  return { path, language: readLanguage(root.metadata), cells };
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const { message, line, column } = locateJsonFault(text.replace(/^\uFEFF/, ''));
    throw new NotebookFileError(
      path,
      `${path} is not valid JSON at line ${line}, column ${column}: ${message}.`,
      line,
      column
    );
  }
}

function readCell(cell: unknown, index: number, used: Set<string>, path: string): NotebookCell {
  const type = isObject(cell) ? cell.cell_type : undefined;
  if (!isObject(cell) || (type !== 'code' && type !== 'markdown' && type !== 'raw')) {
    throw new NotebookFileError(path, `${path}: cell ${index + 1} is no code, markdown or raw cell.`);
  }
  const source = cell.source;
  const lines = Array.isArray(source) ? source : [source ?? ''];
  if (!lines.every(line => typeof line === 'string')) {
    throw new NotebookFileError(path, `${path}: the source of cell ${index + 1} is not text.`);
  }
  const metadata = isObject(cell.metadata) ? cell.metadata : {};
  const tags = Array.isArray(metadata.tags) ? metadata.tags : [];
  const mark = readMark(metadata[MARK_KEY]);
  const seconds = readSeconds(metadata.execution);
  return {
    id: uniqueId(typeof cell.id === 'string' && cell.id ? cell.id : placeId(index), used),
    index,
    type,
    source: lines.join(''),
    tags: tags.filter(tag => typeof tag === 'string'),
    ...(seconds !== undefined && { seconds }),
    ...(mark && { mark })
  };
}

/** From the times that JupyterLab keeps with `recordTiming`: when the kernel began with the cell and when it replied. */
function readSeconds(execution: unknown): number | undefined {
  const timeOf = (key: string): number =>
    isObject(execution) && typeof execution[key] === 'string' ? Date.parse(execution[key]) : NaN;
  const milliseconds = timeOf('shell.execute_reply') - timeOf('iopub.execute_input');
  return milliseconds >= 0 ? milliseconds / 1000 : undefined;
}

function readLanguage(metadata: unknown): string {
  const info = isObject(metadata) ? metadata : {};
  const kernel = isObject(info.kernelspec) ? info.kernelspec.language : undefined;
  const language = isObject(info.language_info) ? info.language_info.name : undefined;
  const found = typeof language === 'string' ? language : kernel;
  return typeof found === 'string' && found ? found.toLowerCase() : 'python';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
