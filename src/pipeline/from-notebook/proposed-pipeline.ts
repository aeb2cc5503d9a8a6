import type { AnalyzedNotebook, Proposal } from '../../notebook';
import { newNodeId, type RandomBytes } from '../id';
import { newPipeline } from '../new-pipeline';
import type { Pipeline } from '../schema';
import { proposedNodes } from './proposed-nodes';

/**
 * A pipeline of its own with all steps of a proposal; it has no layout yet.
 * @param path path of the notebook, relative to the folder of the pipeline
 */
export function proposedPipeline(
  path: string,
  notebook: AnalyzedNotebook,
  proposal: Proposal,
  { id, name, random }: { id: string; name: string; random?: RandomBytes }
): Pipeline {
  const { nodes, parameters } = proposedNodes(path, notebook, proposal);
  const pipeline = { ...newPipeline({ id, name }), parameters };
  const isTaken = (id: string) => Object.hasOwn(pipeline.nodes, id);
  nodes.forEach((node, i) => (pipeline.nodes[newNodeId(proposal.steps[i].title, isTaken, random)] = node));
  return pipeline;
}
