import { judge, type Judged, judging, type Problem } from '../checks';
import { resolve, type Flow, type NotebookSource } from '../flow';
import { DEFAULT_TARGET, type Target } from '../kubeflow';
import type { PipelineChange, SharedPipeline } from '../pipeline';
import { type Catalog, emptyCatalog } from '../pools';
import type { Run } from '../runs';
import type { KernelFacts, Kernels } from '../runtime';
import type { Session } from '../session';
import type { Translation } from './action';
import type { Discussion } from './discussion';
import type { CanvasHandle, Editor, EditorHost, EditorView, Selection } from './editor';
import { wires } from './group-wires';
import { keepSame } from './keep-same';
import { plainText } from './plain-text';
import { sessionLetsEdit } from './rights';
import { type InTasks, Search } from './search';
import type { OpenProposal } from './proposal';
import { withCatalogFault } from './unread-catalog';

/** What an editor starts with. */
export interface EditorOptions {
  doc: SharedPipeline;
  host: EditorHost;
  /** Where the cells come from; may be replaced by `setNotebooks`. */
  notebooks: NotebookSource;
  catalog?: Catalog;
  target?: Target;
  readOnly?: boolean;
  trans?: Translation;
  session?: Session | null;
  /** When to call subscribers after a change; a microtask later unless given. */
  schedule?: (notify: () => void) => void;
  /**
   * When to look for problems, so that what is drawn need not wait for them: until they are found, the view has those
   * of before. Where nothing is given they are found whenever the view is.
   */
  inTasks?: InTasks;
}

const NOTHING: Selection = { nodes: new Set(), edges: new Set() };

/** How much of the view has to be worked out again. */
type Stale = 'nothing' | 'state' | 'layout' | 'problems' | 'flow';
const DEPTH: Record<Stale, number> = { nothing: 0, state: 1, layout: 2, problems: 3, flow: 4 };

/** Opens a pipeline for editing. Dispose it when its view is closed; the document stays open. */
export function createEditor(options: EditorOptions): OpenEditor {
  return new OpenEditor(options);
}

/**
 * An editor over a shared document. The view is worked out when it is read, never more than is stale, and
 * subscribers hear of any number of changes once. Parts that did not change keep their identity.
 */
export class OpenEditor implements Editor {
  readonly doc: SharedPipeline;
  readonly host: EditorHost;
  readonly trans: Translation;
  readonly session: Session | null;
  canvas: CanvasHandle | null = null;

  constructor(options: EditorOptions) {
    this.doc = options.doc;
    this.host = options.host;
    this.trans = options.trans ?? plainText;
    this.session = options.session ?? null;
    this.#notebooks = options.notebooks;
    this.#catalog = options.catalog ?? emptyCatalog;
    this.#target = options.target ?? DEFAULT_TARGET;
    this.#readOnly = options.readOnly ?? false;
    this.#schedule = options.schedule ?? (notify => queueMicrotask(notify));
    if (options.inTasks) {
      this.#search = new Search(
        () => judging(this.view.flow, this.#catalog, this.#target, this.#kernels),
        found => this.#take(found),
        options.inTasks
      );
    }
    this.#stops = [
      this.doc.subscribe(this.#onChange),
      this.doc.subscribeUndo(() => this.#changed('state')),
      ...(this.session ? [this.session.subscribe(this.#onSession)] : [])
    ];
    this.#view = this.#derive(null);
    this.#search?.renew();
  }

  get view(): EditorView {
    if (this.#stale !== 'nothing') {
      this.#view = this.#derive(this.#view);
    }
    return this.#view;
  }

  judged(): EditorView {
    this.#search?.finish();
    return this.view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  select(selection: { nodes?: Iterable<string>; edges?: Iterable<string> }): void {
    this.#selection = { nodes: new Set(selection.nodes), edges: new Set(selection.edges) };
    this.#changed('state');
  }

  setConnecting(node: string | null): void {
    this.#connecting = node;
    this.#changed('state');
  }

  setTarget(target: Target): void {
    this.#target = target;
    this.#changed('problems');
  }

  /** Takes cells from another source, or from the same one after its notebooks changed. */
  setNotebooks(notebooks: NotebookSource): void {
    this.#notebooks = notebooks;
    this.#changed('flow');
  }

  /** Takes another catalog of pools; `fault` says why it could not be read. */
  setCatalog(catalog: Catalog | null, fault: string | null = null): void {
    this.#catalog = catalog ?? emptyCatalog;
    this.#catalogFault = fault;
    this.#changed('problems');
  }

  /** Takes what the kernel of a notebook says, by the path that nodes name; null when it says nothing any more. */
  setKernel(notebook: string, facts: KernelFacts | null): void {
    const others = [...this.#kernels].filter(([path]) => path !== notebook);
    const kernels: Kernels = new Map(facts ? [...others, [notebook, facts]] : others);
    this.#kernels = keepSame(this.#kernels, kernels);
    this.#changed('problems');
  }

  /** Shows a run on the nodes, or none. */
  setRun(run: Run | null): void {
    this.#run = run;
    this.#changed('state');
  }

  setProposal(proposal: OpenProposal | null): void {
    this.#proposal = proposal;
    this.#changed('state');
  }

  discuss(discussion: Discussion | null): void {
    this.#discussion = discussion;
    this.#changed('state');
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
    this.#changed('state');
  }

  dispose(): void {
    this.#stops.forEach(stop => stop());
    this.#search?.dispose();
    this.#listeners.clear();
    this.canvas = null;
  }

  readonly #onChange = (change: PipelineChange) => {
    const onlyMoved = change.nodes.size === 0 && !change.parameters && !change.meta;
    this.#changed(onlyMoved ? 'layout' : 'flow');
  };

  /** Peers move all the time; what bears on the view changes seldom. */
  readonly #onSession = () => {
    if (sessionLetsEdit(this.session) !== this.#letsEdit) {
      this.#changed('state');
    }
  };

  #changed(what: Stale): void {
    if (DEPTH[what] > DEPTH[this.#stale]) {
      this.#stale = what;
    }
    if (DEPTH[what] >= DEPTH.problems) {
      this.#search?.renew();
    }
    if (!this.#scheduled) {
      this.#scheduled = true;
      this.#schedule(() => {
        this.#scheduled = false;
        this.#listeners.forEach(listener => listener());
      });
    }
  }

  #derive(last: EditorView | null): EditorView {
    const stale = last ? this.#stale : 'flow';
    this.#stale = 'nothing';
    const flow = this.#flow(last?.flow, stale);
    if (!this.#search && DEPTH[stale] >= DEPTH.problems) {
      this.#keep(judge(flow, this.#catalog, this.#target, this.#kernels));
    }
    this.#selection = prune(this.#selection, flow);
    if (this.#connecting !== null && !flow.nodes.has(this.#connecting)) {
      this.#connecting = null;
    }
    if (
      this.#discussion &&
      'thread' in this.#discussion &&
      !flow.pipeline.comments?.[this.#discussion.thread]
    ) {
      this.#discussion = null;
    }
    this.#letsEdit = sessionLetsEdit(this.session);
    const view: EditorView = {
      flow,
      problems: this.#problems,
      catalog: this.#catalog,
      catalogFault: this.#catalogFault,
      target: this.#target,
      selection: sameSelection(last?.selection, this.#selection),
      run: this.#run,
      kernels: this.#kernels,
      proposal: this.#proposal,
      connecting: this.#connecting,
      discussion: this.#discussion,
      readOnly: this.#readOnly || !this.#letsEdit,
      canUndo: this.doc.canUndo,
      canRedo: this.doc.canRedo
    };
    const same = last && (Object.keys(view) as (keyof EditorView)[]).every(key => view[key] === last[key]);
    return same ? last : view;
  }

  /** Positions and comments do not bear on ports and edges, so a move skips the reading of cells. */
  #flow(last: Flow | undefined, stale: Stale): Flow {
    if (!last || stale === 'flow') {
      return keepSame(last, resolve(this.doc.pipeline, this.#notebooks));
    }
    const { layout, comments } = this.doc.pipeline;
    return stale === 'layout' ? { ...last, pipeline: { ...last.pipeline, layout, comments } } : last;
  }

  /** Takes what was found by itself. */
  #take(found: Judged): void {
    const last = this.#problems;
    this.#keep(found);
    if (this.#problems !== last) {
      this.#changed('state');
    }
  }

  #keep({ problems }: Judged): void {
    this.#problems = keepSame(this.#problems, withCatalogFault(problems, this.#catalogFault, this.trans));
  }

  #notebooks: NotebookSource;
  #catalog: Catalog;
  #catalogFault: string | null = null;
  #target: Target;
  #selection: Selection = NOTHING;
  #connecting: string | null = null;
  #run: Run | null = null;
  #kernels: Kernels = new Map();
  #proposal: OpenProposal | null = null;
  #discussion: Discussion | null = null;
  #readOnly: boolean;
  #letsEdit = true;
  #problems: readonly Problem[] = [];
  #search: Search<Judged> | null = null;
  #view: EditorView;
  #stale: Stale = 'nothing';
  #scheduled = false;
  readonly #schedule: (notify: () => void) => void;
  readonly #stops: readonly (() => void)[];
  readonly #listeners = new Set<() => void>();
}

function prune(selection: Selection, flow: Flow): Selection {
  const edges = selection.edges.size > 0 ? new Set(wires(flow).map(wire => wire.id)) : null;
  const keepNodes = [...selection.nodes].filter(id => flow.nodes.has(id));
  const keepEdges = [...selection.edges].filter(id => edges?.has(id));
  return keepNodes.length === selection.nodes.size && keepEdges.length === selection.edges.size
    ? selection
    : { nodes: new Set(keepNodes), edges: new Set(keepEdges) };
}

function sameSelection(last: Selection | undefined, next: Selection): Selection {
  const same = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].join('\n') === [...b].join('\n');
  return last && same(last.nodes, next.nodes) && same(last.edges, next.edges) ? last : next;
}
