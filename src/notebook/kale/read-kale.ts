import { PIPELINE_PARAMETERS, SKIP } from '../cell-tags';
import type { Notebook, NotebookCell } from '../facts';
import { readNotebook } from '../read';
import type { KaleLoss, KalePipeline, KaleSettings, KaleStep } from './kale';
import { readMetadata } from './metadata';
import { type KaleRole, type KaleTags, noSettings, readTags } from './tags';

/** Key of Kale's metadata of a notebook. */
const METADATA = 'kubeflow_notebook';

/**
 * Reads the tags and metadata by which Kale makes a pipeline of a notebook: versions before 2 (`block:`) and since
 * (`step:`). Null when the notebook says nothing to Kale.
 * @param path what messages call the notebook
 * @throws NotebookFileError when the text is no notebook
 */
export function readKale(text: string, path: string): KalePipeline | null {
  const notebook = readNotebook(text, path);
  const raw = JSON.parse(text.replace(/^\uFEFF/, '')) as RawNotebook;
  const metadata = raw.metadata?.[METADATA];
  const reader = new Reader(notebook, raw);
  reader.read();
  const isKale = metadata !== undefined || reader.steps.size > 0 || reader.shared.imports.length > 0;
  return isKale ? reader.pipeline(isRecord(metadata) ? metadata : {}) : null;
}

interface RawNotebook {
  metadata?: Record<string, unknown>;
  cells: { metadata?: Record<string, unknown> }[];
}

class Reader {
  readonly steps = new Map<string, KaleStep>();
  readonly shared = { imports: [] as string[], functions: [] as string[] };

  constructor(
    private readonly _notebook: Notebook,
    private readonly _raw: RawNotebook
  ) {}

  read(): void {
    this._notebook.cells.filter(({ type }) => type === 'code').forEach(cell => this._cell(cell));
    this._waiting.forEach(cell => this._lose(cell, 'no step follows that it could join'));
  }

  pipeline(metadata: Record<string, unknown>): KalePipeline {
    const { lost, ...rest } = readMetadata(metadata);
    const { imports, functions } = this.shared;
    const metrics = this._metrics.flatMap(cell => this._printed(cell));
    const steps = [...this.steps.values()].map(step => ({ ...step, prev: this._known(step) }));
    return {
      ...rest,
      steps,
      shared: [...imports, ...functions],
      parameters: this._parameters,
      metrics,
      lost: [...lost, ...this._lost.sort((a, b) => (a.cell ?? 0) - (b.cell ?? 0))]
    };
  }

  private _cell(cell: NotebookCell): void {
    const tags = readTags(cell.tags);
    tags.unread.forEach(tag => this._lose(cell, `its tag "${tag}" cannot be read`));
    if (tags.role !== undefined) {
      this._role(cell, tags.role);
    } else if (tags.notebook !== undefined) {
      this._reference(cell, tags.notebook);
    } else if (tags.step !== undefined) {
      this._step(cell, tags, tags.step);
    } else {
      this._untagged(cell, tags);
    }
  }

  private _role(cell: NotebookCell, role: KaleRole): void {
    if (role !== SKIP) {
      this._above = role;
      this._add(cell, role);
    }
  }

  /** It joins what stands above: a step, or the imports, functions, parameters or metrics. */
  private _untagged(cell: NotebookCell, tags: KaleTags): void {
    if (hasAny(tags.settings) || tags.prev.length > 0) {
      this._lose(cell, 'its tags stand on no step');
    }
    if (this._above === 'notebook') {
      this._waiting.push(cell);
    } else if (this._above !== undefined) {
      this._add(cell, this._above);
    } else if (cell.source.trim() !== '') {
      this._lose(cell, 'it stands above the first tag and so is in no step, as in Kale');
    }
  }

  private _add(cell: NotebookCell, to: Exclude<KaleRole, typeof SKIP> | KaleStep): void {
    switch (to) {
      case 'imports':
      case 'functions':
        this.shared[to].push(cell.id);
        break;
      case PIPELINE_PARAMETERS:
        this._parameters.push(cell.id);
        break;
      case 'pipeline-metrics':
        this._metrics.push(cell);
        break;
      default:
        to.cells.push(cell.id);
    }
  }

  private _step(cell: NotebookCell, { prev, settings }: KaleTags, name: string): void {
    const known = this.steps.get(name);
    const step = known ?? { name, cells: [], prev, settings };
    if (known && (prev.length > 0 || hasAny(settings))) {
      this._lose(cell, `its other tags count on the first cell of the step "${name}" alone, as in Kale`);
    }
    step.cells.push(...this._waiting.splice(0).map(({ id }) => id), cell.id);
    this.steps.set(name, step);
    this._above = step;
  }

  /** A cell that stands for another notebook holds no code of its own. */
  private _reference(cell: NotebookCell, name: string): void {
    const path = this._raw.cells[cell.index].metadata?.notebook_path;
    if (typeof path !== 'string' || path === '') {
      this._lose(cell, `it names no path for the notebook "${name}"`);
      return;
    }
    if (cell.source.split('\n').some(line => !/^\s*(#|$)/.test(line))) {
      this._lose(cell, `it stands for the notebook "${name}", and its own code does not run`);
    }
    this.steps.set(name, { name, cells: [], notebook: path, prev: [], settings: noSettings() });
    this._above = 'notebook';
  }

  private _known({ name, prev, cells }: KaleStep): string[] {
    const cell = this._notebook.cells.find(({ id }) => id === cells[0]);
    prev
      .filter(before => !this.steps.has(before))
      .forEach(
        before => cell && this._lose(cell, `the step "${name}" comes after "${before}", which is no step`)
      );
    return prev.filter(before => this.steps.has(before));
  }

  /** Kale's metrics are lines `print(name)`. */
  private _printed(cell: NotebookCell): KalePipeline['metrics'] {
    return cell.source.split('\n').flatMap((text, at) => {
      const name = /^\s*print\(\s*([A-Za-z_]\w*)\s*\)\s*(?:#.*)?$/.exec(text)?.[1];
      if (name === undefined && !/^\s*(#|$)/.test(text)) {
        this._lose(cell, `its line ${at + 1} prints no plain name and so is no metric`);
      }
      return name === undefined ? [] : [{ name, cell: cell.id, line: at + 1 }];
    });
  }

  private _lose(cell: NotebookCell, what: string): void {
    this._lost.push({ cell: cell.index, message: `Cell ${cell.index + 1}: ${what}.` });
  }

  private _above: Exclude<KaleRole, typeof SKIP> | KaleStep | 'notebook' | undefined;
  private readonly _parameters: string[] = [];
  private readonly _metrics: NotebookCell[] = [];
  /** Untagged cells below a reference to a notebook: they join the step that follows. */
  private readonly _waiting: NotebookCell[] = [];
  private readonly _lost: KaleLoss[] = [];
}

const hasAny = (settings: KaleSettings): boolean => JSON.stringify(settings) !== JSON.stringify(noSettings());
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
