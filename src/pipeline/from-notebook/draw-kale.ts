import {
  type AnalyzedNotebook,
  type KaleLoss,
  type KalePipeline,
  type KaleStep,
  literalParameters
} from '../../notebook';
import { besideFile } from '../beside-file';
import { newNodeId, type RandomBytes } from '../id';
import { newPipeline } from '../new-pipeline';
import type { CellsNode, NotebookNode, Pipeline } from '../schema';
import { type KaleGroup, kaleGroups } from './kale-groups';
import { kaleOrder } from './kale-order';
import { kaleSettings } from './kale-settings';
import { kaleVolumes } from './kale-volumes';

export interface DrawnKale {
  /** It has no layout yet. */
  pipeline: Pipeline;
  /** All that the notebook says to Kale and the pipeline does not. */
  lost: KaleLoss[];
}

/**
 * Draws the pipeline that Kale would make of a notebook: exactly its steps under their names, fed by what the code
 * says, with `prev` as order where data does not bring it, settings, parameters, metrics and volumes.
 * @param path path of the notebook, relative to the folder of the pipeline
 * @param made what the pipeline is called when the notebook gives it no name
 */
export function drawKale(
  kale: KalePipeline,
  notebook: AnalyzedNotebook,
  path: string,
  made: { id: string; name: string; random?: RandomBytes }
): DrawnKale {
  const lost = [...kale.lost];
  const pipeline: Pipeline = newPipeline({ id: made.id, name: kale.name ?? made.name });
  if (kale.description !== undefined) {
    pipeline.description = kale.description;
  }
  const taken = new Set<string>();
  const freshId = (title: string): string => {
    const id = newNodeId(title, one => taken.has(one), made.random);
    taken.add(id);
    return id;
  };
  const groups = kaleGroups(notebook.cells, kale);
  const { after, refused } = kaleOrder(kale.steps, groups);
  refused.forEach(([before, step]) =>
    lost.push({
      message: `The step "${kale.steps[step].name}" cannot run after "${kale.steps[before].name}", which waits for it.`
    })
  );
  const volumes = kaleVolumes(kale.volumes, freshId);
  Object.assign(pipeline.nodes, volumes.nodes);
  const parameters = parametersOf(kale, notebook, lost);
  parameters.forEach(({ name, type, value }) => (pipeline.parameters[name] = { type, default: value }));
  const metrics = metricsOf(kale, groups, lost);
  installsOf(kale, notebook, lost);
  const ids = kale.steps.map(({ name }) => freshId(name));
  kale.steps.forEach((step, at) => {
    const lose = (what: string): void => void lost.push({ message: `The step "${step.name}": ${what}.` });
    const { plan, cells } = groups[at];
    const used = parameters.filter(({ cell, name }) =>
      plan.literals.some(literal => literal.cell === cell && literal.name === name)
    );
    pipeline.nodes[ids[at]] = {
      ...nodeOf(step, cells, notebook, path),
      ...kaleSettings(kale, step.settings, volumes.mounts, lose),
      ...(used.length > 0 && {
        inputs: Object.fromEntries(used.map(({ name }) => [name, { from: { parameter: name } }]))
      }),
      ...(metrics[at].length > 0 && {
        outputs: Object.fromEntries(metrics[at].map(name => [name, { type: 'Metrics' }]))
      }),
      ...(after[at].length > 0 && { after: after[at].map(before => ids[before]) })
    };
    if (step.notebook !== undefined) {
      lose(`it stands for ${step.notebook}, which runs whole: no values pass into it or out of it by name`);
    }
  });
  return { pipeline, lost };
}

function nodeOf(
  { name, notebook: other }: KaleStep,
  cells: readonly string[],
  notebook: AnalyzedNotebook,
  path: string
): CellsNode | NotebookNode {
  if (other !== undefined) {
    return { kind: 'notebook', title: name, notebook: besideFile(path, other) };
  }
  const hashes = new Map(notebook.cells.map(({ id, hash }) => [id, hash]));
  return {
    kind: 'cells',
    title: name,
    notebook: path,
    cells: cells.map(id => ({ id, hash: hashes.get(id) ?? '' }))
  };
}

function parametersOf(
  { parameters }: KalePipeline,
  { cells }: AnalyzedNotebook,
  lost: KaleLoss[]
): ReturnType<typeof literalParameters> {
  const own = cells.filter(({ id }) => parameters.includes(id));
  const found = literalParameters(own);
  for (const { id, index, facts } of own) {
    for (const { uses } of facts.statements) {
      const names = uses.filter(({ kind }) => kind === 'bind').map(({ name }) => name);
      names
        .filter(name => facts.defines.includes(name))
        .filter(name => !found.some(parameter => parameter.cell === id && parameter.name === name))
        .forEach(name =>
          lost.push({
            cell: index,
            message: `Cell ${index + 1}: "${name}" is set to no plain value and so is no parameter.`
          })
        );
    }
  }
  return found;
}

/** What cells in front of every step install. */
function installsOf({ shared }: KalePipeline, { cells }: AnalyzedNotebook, lost: KaleLoss[]): void {
  for (const { id, index, facts } of cells) {
    if (shared.includes(id) && facts.installs.length > 0) {
      const packages = facts.installs.join(', ');
      lost.push({
        cell: index,
        message: `Cell ${index + 1}: it installs ${packages} in every step; put them into the image, or name them under packages of the steps.`
      });
    }
  }
}

/** The names of metrics by the last step that makes each. */
function metricsOf({ metrics }: KalePipeline, groups: readonly KaleGroup[], lost: KaleLoss[]): string[][] {
  const found: string[][] = groups.map(() => []);
  for (const { name } of metrics) {
    const at = groups.findLastIndex(({ plan }) => plan.offers.includes(name));
    if (at === -1) {
      lost.push({ message: `No step makes "${name}", which is printed as a metric.` });
    } else if (!found[at].includes(name)) {
      found[at].push(name);
    }
  }
  return found;
}
