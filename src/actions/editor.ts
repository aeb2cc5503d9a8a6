import type { Problem } from '../checks';
import type { Flow } from '../flow';
import type { Target } from '../kubeflow';
import type { CellRef, Position, SharedPipeline } from '../pipeline';
import type { Catalog } from '../pools';
import type { Run } from '../runs';
import type { Kernels } from '../runtime';
import type { Session } from '../session';
import type { Translation } from './action';
import type { Anchor, Discussion } from './discussion';
import type { OpenProposal } from './proposal';

/** What is selected on the canvas: never stored in the document. */
export interface Selection {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/** Everything the views draw, as one immutable value; parts keep their identity while they are the same. */
export interface EditorView {
  flow: Flow;
  /** What is wrong with the flow; for a moment after a change, what was wrong before: see `Editor.judged`. */
  problems: readonly Problem[];
  catalog: Catalog;
  /** Why the catalog file could not be read; the catalog is then empty. */
  catalogFault: string | null;
  target: Target;
  selection: Selection;
  run: Run | null;
  /** What the live kernels of the notebooks say of names and packages; none where no kernel runs. */
  kernels: Kernels;
  /** Steps proposed for a notebook, to be accepted one by one or all. */
  proposal: OpenProposal | null;
  /** The node that a connection by keyboard starts at. */
  connecting: string | null;
  /** The thread of comments that is open, or about to be begun. */
  discussion: Discussion | null;
  /** True too while live editing does not let the user change anything: see `sessionLetsEdit`. */
  readOnly: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

/** What the shell around an editor offers; each is absent where the shell cannot do it. */
export interface EditorHost {
  /** Tells the user something in passing; `error` stays until dismissed. */
  notify(message: string, kind: 'info' | 'success' | 'warning' | 'error'): void;
  /** Offers to do something, in passing; `accept` is called when the user takes the offer. */
  offer?(message: string, label: string, accept: () => void): void;
  /** Opens a file and, for a notebook, scrolls to a cell and line. */
  openFile?(path: string, cell?: string, line?: number): void;
  /** Shows the settings of what is selected. */
  openInspector?(): void;
  /** Writes a file beside the pipeline, whole or not at all. */
  saveFile?(path: string, text: string): Promise<void>;
  /** Text on the system clipboard. */
  clipboard: { write(text: string): Promise<void>; read(): Promise<string> };
  /** Asks for one line of text; null when cancelled. */
  prompt?(title: string, value: string): Promise<string | null>;
  /** Lets the user choose a notebook; its path as a node names it, null when cancelled. */
  chooseNotebook?(): Promise<string | null>;
  /** The cells selected in the notebook that was used last. */
  selectedCells?(): { notebook: string; cells: CellRef[] } | null;
  /** Runs the pipeline on this machine; resolves when the run ended. */
  runLocally?(until?: string): Promise<void>;
  cancelRun?(): void;
}

/** What a mounted canvas can do; the editor reaches it through `editor.canvas`. */
export interface CanvasHandle {
  /** Shows the whole pipeline, or some nodes; those that were just added are waited for. */
  fit(nodes?: readonly string[]): void;
  zoomTo(zoom: number): void;
  zoomBy(factor: number): void;
  /** From a point on the screen to flow units. */
  toFlow(point: { x: number; y: number }): Position;
  /** Centre of what is seen now, in flow units. */
  centre(): Position;
  /** Where a context menu was opened on the empty canvas, told once, to the action that was chosen from it. */
  pointed?(): Position | undefined;
  /** Brings a node into view and gives it the focus. */
  reveal(node: string): void;
  /** Brings what a thread is about into view and leaves the focus where it is. */
  show(anchor: Anchor): void;
  focus(): void;
  /** Gives up the drag or the wire in hand; false when there is none. */
  giveUp(): boolean;
  /** Opens the title of a node for typing. */
  rename(node: string): void;
  /** Arranges nodes, or all of them, from left to right, as one undo step. */
  tidy(nodes?: readonly string[]): Promise<void>;
  /**
   * Asks which of several outputs to pass to a node, by its title; null when the user gives up.
   * @param asks the question, where it is another one
   */
  choose(node: string, outputs: readonly string[], asks?: string): Promise<string | null>;
  /** Says something to screen readers; refusals interrupt, all else waits its turn. */
  announce(message: string, urgency?: 'polite' | 'assertive'): void;
}

/** One open pipeline: the document, what follows from it, and what the user is doing with it. */
export interface Editor {
  readonly doc: SharedPipeline;
  readonly host: EditorHost;
  readonly trans: Translation;
  /** Live editing with others; null where the pipeline is no document of its own, as in tests. */
  readonly session: Session | null;
  /** The current view; the same object until something changed. */
  readonly view: EditorView;
  /** The current view with its problems found now, where they may be those of a moment ago. */
  judged(): EditorView;
  /** Calls back after every change of `view`; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Selects these and nothing else; ids that do not exist are passed over. The last node is the current one. */
  select(selection: { nodes?: Iterable<string>; edges?: Iterable<string> }): void;
  /** The canvas, while one is mounted. */
  canvas: CanvasHandle | null;
  setTarget(target: Target): void;
  /** Offers steps for a notebook, or puts the offer away. */
  setProposal(proposal: OpenProposal | null): void;
  /** Starts a connection by keyboard at a node, or gives it up. */
  setConnecting(node: string | null): void;
  /** Opens a thread of comments, or begins one, or neither. */
  discuss(discussion: Discussion | null): void;
}
