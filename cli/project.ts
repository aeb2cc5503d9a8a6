import { existsSync } from 'node:fs';
import { dirname, join, resolve as absolute } from 'node:path';
import { type Flow, type NotebookFault, type NotebookSource, resolve } from '../src/flow';
import { type AnalyzedNotebook, type CellAnalyzer, NotebookFileError, readNotebook } from '../src/notebook';
import { type Pipeline, PipelineFileError, readPipeline } from '../src/pipeline';
import { type Catalog, CATALOG_FILE, emptyCatalog, readCatalog } from '../src/pools';
import { explain } from './failure';
import { loadAnalyzer } from './parser';
import { readText } from './read-text';

/** A pipeline with all that belongs to it, read from disk. */
export interface Project {
  path: string;
  flow: Flow;
  catalog: Catalog;
}

/**
 * Reads a pipeline, its notebooks and its catalog.
 * @param pools path of the catalog; by default `weft.pools.yaml` beside the pipeline, empty when there is none
 * @throws PipelineFileError, CatalogFileError, or UserError for a file that cannot be read
 */
export async function loadProject(path: string, pools?: string): Promise<Project> {
  const pipeline = readPipeline(readText(path), path);
  const catalogPath = pools ?? join(dirname(path), CATALOG_FILE);
  const catalog =
    pools !== undefined || existsSync(catalogPath)
      ? readCatalog(readText(catalogPath), catalogPath)
      : emptyCatalog;
  return {
    path,
    flow: resolve(pipeline, new NotebookFiles(dirname(absolute(path)), await loadAnalyzer())),
    catalog
  };
}

/** Notebooks as they lie on disk, each read once, and pipeline files of sub-pipelines. */
class NotebookFiles implements NotebookSource {
  constructor(
    private readonly _folder: string,
    private readonly _analyzer: CellAnalyzer
  ) {}

  notebook(path: string): AnalyzedNotebook | NotebookFault {
    const known = this._read.get(path) ?? this._load(path);
    this._read.set(path, known);
    return known;
  }

  pipeline(path: string): Pipeline | NotebookFault {
    try {
      return readPipeline(readText(join(this._folder, path), path), path);
    } catch (error) {
      const place = error instanceof PipelineFileError ? { line: error.line, column: error.column } : {};
      return { message: explain(error), ...place };
    }
  }

  private _load(path: string): AnalyzedNotebook | NotebookFault {
    try {
      return this._analyzer.notebook(readNotebook(readText(join(this._folder, path), path), path));
    } catch (error) {
      const place = error instanceof NotebookFileError ? { line: error.line, column: error.column } : {};
      return { message: explain(error), ...place };
    }
  }

  private readonly _read = new Map<string, AnalyzedNotebook | NotebookFault>();
}
