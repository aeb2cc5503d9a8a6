import { type NotebookSource, resolve } from '../../flow';
import { type CellAnalyzer, readNotebook } from '../../notebook';
import type { Kept, Pipeline, PipelineNode } from '../../pipeline';
import { writeNodes } from '../compile';
import { diffKept } from '../kept/diff-kept';
import type { ComponentSpec, SpecFile } from '../spec';
import { type Pieces, SpecPieces } from '../spec-pieces';
import { checkSpec } from './check-spec';
import type { ImportReport } from './import-report';
import type { ImportedTask, TaskTree } from './imported-task';
import { lift, Reading } from './lift';
import { platformOf } from './platform-of';
import { refine } from './refine';
import { report } from './report';
import { taskTree } from './task-tree';
import { drawUnread } from './unread-ports';
import { type WeftSteps, weftSteps } from './weft-steps';

/** What an import gives. */
export interface ImportedSpec {
  pipeline: Pipeline;
  report: ImportReport;
  /** Notebooks of the steps that Weft made, by path: what `resolve` needs to give the same steps again. */
  notebooks: Record<string, unknown>;
}

export interface ImportOptions {
  /** Document id of the pipeline. */
  id: string;
  /**
   * Reads cells. Without it, steps that Weft made come back as containers, since nobody can say whether their code
   * gives the same step again.
   */
  analyzer?: CellAnalyzer;
}

const NO_STEPS: WeftSteps = { steps: new Map(), notebooks: {} };

/** Each time the readings of some nodes become plainer; what is not as it was after that is kept. */
const MOST_READINGS = 6;

/**
 * Turns a spec into a pipeline that compiles to the same spec, names included, for the newest target. What the fields
 * of nodes cannot say is kept on the node that it belongs to, else on the pipeline.
 * @throws SpecImportError when the file is no spec, or cannot be drawn because it has no end
 */
export function importSpec(file: SpecFile, options: ImportOptions): ImportedSpec {
  checkSpec(file);
  const tree = taskTree(file.spec);
  const steps = options.analyzer ? weftSteps(tree.tasks) : NO_STEPS;
  const { pipeline, written } = bestReading(file, tree, steps, options);
  const kept = keepDifferences(pipeline, file, tree, written);
  return { pipeline: kept, report: report(kept), notebooks: steps.notebooks };
}

type Written = ReturnType<typeof writeNodes>;

/** The drawing that compiles to as much of the spec as can be drawn. */
function bestReading(
  file: SpecFile,
  tree: TaskTree,
  steps: WeftSteps,
  { id, analyzer }: ImportOptions
): { pipeline: Pipeline; written: Written } {
  const reading = new Reading();
  drawUnread(tree, file, reading.drawn);
  const source = notebookSource(steps, analyzer);
  const tasks = new Map(tree.tasks.map(task => [task.id, task]));
  for (let count = 1; ; count++) {
    const pipeline = lift(file, tree, steps, reading, id);
    const flow = resolve(pipeline, source);
    const written = writeNodes(flow, { pools: [] }, 'kfp-2.18');
    const refineAll = (isWanted: (task: ImportedTask) => boolean) => {
      let changed = false;
      for (const { scope, pieces } of written.written) {
        const task = tasks.get(scope.node.id);
        const isCells = task !== undefined && steps.steps.has(task.id);
        changed = (task !== undefined && isWanted(task) && refine(task, pieces, reading, isCells)) || changed;
      }
      return changed;
    };
    // what crosses the border of a group follows from what is read inside: the steps come first
    const changed = refineAll(({ inside }) => !inside) || refineAll(({ inside }) => inside !== undefined);
    if (!changed || count === MOST_READINGS) {
      return { pipeline, written };
    }
  }
}

function notebookSource({ notebooks }: WeftSteps, analyzer: CellAnalyzer | undefined): NotebookSource {
  const read = new Map(
    Object.entries(notebooks).flatMap(([path, notebook]) =>
      analyzer ? [[path, analyzer.notebook(readNotebook(JSON.stringify(notebook), path))] as const] : []
    )
  );
  return { notebook: path => read.get(path) ?? { message: `${path} is in no step of the spec.` } };
}

/** The pipeline with every difference from the spec kept on the node it belongs to, else on the pipeline. */
function keepDifferences(
  pipeline: Pipeline,
  file: SpecFile,
  tree: TaskTree,
  { written, root }: Written
): Pipeline {
  const tasks = new Map(tree.tasks.map(task => [task.id, task]));
  const nodes: Record<string, PipelineNode> = { ...pipeline.nodes };
  const pieces = new SpecPieces();
  for (const { scope, pieces: made } of written) {
    const { id, node } = scope.node;
    const original = originalPieces(tasks.get(id) as ImportedTask, file, made);
    const kept = diffKept(made, original);
    if (kept.length) {
      nodes[id] = { ...node, kept } as PipelineNode;
    }
    pieces.add(id, scope.names, original, node.group as string | undefined);
  }
  const { spec, platform } = file;
  const rest = diffKept(root(pieces), { spec, ...(platform && { platform }) });
  return {
    ...pipeline,
    nodes,
    imported: { ...pipeline.imported, ...(rest.length && { kept: rest satisfies Kept[] }) }
  };
}

/** What the spec says of a node; where it has no component or executor, what the node compiles to. */
function originalPieces(task: ImportedTask, file: SpecFile, made: Pieces): Pieces {
  const platform = platformOf(task, file);
  const { components = {}, deploymentSpec } = file.spec;
  const executors = deploymentSpec?.executors ?? {};
  const { componentName = '', executorName = '' } = task;
  return {
    task: task.task,
    component: Object.hasOwn(components, componentName) ? componentOf(task) : made.component,
    ...(task.inside
      ? {}
      : { executor: Object.hasOwn(executors, executorName) ? task.executor : made.executor }),
    ...(platform && !task.inside && { platform })
  };
}

/** Of a group without its tasks, which are nodes of their own. */
function componentOf({ component, inside }: ImportedTask): ComponentSpec {
  if (!inside) {
    return component;
  }
  const { tasks: _tasks, ...dag } = component.dag ?? {};
  return { ...component, dag };
}
