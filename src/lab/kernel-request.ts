import { type Flow, type FlowNode, stepModules } from '../flow';
import { distributionOf } from '../notebook';
import { isCode } from '../pipeline';
import type { KernelFacts, ProbeRequest } from '../runtime';

/** The most names that a kernel is asked about at a time. */
const MOST = 300;

/** The nodes that run cells of a notebook. */
const nodesOf = (flow: Flow, notebook: string): FlowNode[] =>
  [...flow.nodes.values()].filter(
    ({ node, fileOf }) => isCode(node) && node.notebook === notebook && fileOf === undefined
  );

/** Notebooks that nodes of a pipeline draw from, as they name them. */
export function notebooksOf(flow: Flow): Set<string> {
  return new Set([...flow.nodes.values()].flatMap(({ node }) => (isCode(node) ? [node.notebook] : [])));
}

/**
 * What to ask the kernel of a notebook: about the names that pass between nodes first, then about those that could,
 * and about the packages that the nodes import or load values of.
 */
export function requestFor(flow: Flow, notebook: string): ProbeRequest {
  const nodes = nodesOf(flow, notebook);
  const passed = nodes.flatMap(({ inputs, outputs }) => [...outputs, ...inputs].map(({ name }) => name));
  const names = [...new Set([...passed, ...nodes.flatMap(({ offers }) => offers)])];
  const modules = [...new Set(nodes.flatMap(stepModules))].sort();
  return {
    names: names.filter(name => name !== '_').slice(0, MOST),
    modules: Object.fromEntries(
      modules.flatMap(module => {
        const distribution = distributionOf(module);
        return distribution === null ? [] : [[module, distribution]];
      })
    )
  };
}

/**
 * Facts with the cell that made each value: the last that ran of those that bind or change its name.
 * @param ran ids of the cells that ran since the kernel started, in that order
 */
export function withCells(
  facts: KernelFacts,
  flow: Flow,
  notebook: string,
  ran: readonly string[]
): KernelFacts {
  const makes = new Map(
    nodesOf(flow, notebook).flatMap(({ names }) => names.map(({ cell, makes }) => [cell, makes] as const))
  );
  const values = Object.entries(facts.values).map(([name, fact]) => {
    const cell = ran.findLast(id => makes.get(id)?.includes(name));
    return [name, { ...fact, ...(cell !== undefined && { cell }) }] as const;
  });
  return { ...facts, values: Object.fromEntries(values) };
}
