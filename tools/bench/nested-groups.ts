import { resolve, type Flow } from '../../src/flow';
import { newPipeline, type Pipeline, type PipelineNode } from '../../src/pipeline';

/** Steps in each innermost group. */
const IN_GROUP = 5;

/**
 * A flow of steps in groups three deep: loops that hold choices of two branches. Each step reads the one before it in
 * its branch, the first the item of the loop, and the loop reads a step outside, so that every border is crossed.
 */
export function nestedGroups(steps: number): Flow {
  const nodes: Record<string, PipelineNode> = {
    start: step({ x: { parameter: 'p' } })
  };
  for (let i = 0; Object.keys(nodes).length < steps; i++) {
    const loop = `loop${i}`;
    nodes[loop] = { kind: 'loop', items: { node: 'start', output: 'list' } };
    nodes[`${loop}-choice`] = { kind: 'choice', group: loop };
    for (const side of [0, 1]) {
      const branch = `${loop}-branch${side}`;
      const when = { left: { item: loop }, is: '==', right: { value: 'a' } };
      nodes[branch] = { kind: 'branch', group: `${loop}-choice`, ...(side === 0 && { when }) };
      for (let place = 0; place < IN_GROUP; place++) {
        const before = place === 0 ? { item: loop } : { node: `${branch}-step${place - 1}`, output: 'text' };
        const inputs = { x: before, y: { node: 'start', output: 'text' }, z: { parameter: 'p' } };
        nodes[`${branch}-step${place}`] = step(inputs, branch);
      }
    }
    nodes[`${loop}-all`] = step({ many: { node: `${loop}-branch0-step0`, output: 'text' } });
  }
  const pipeline: Pipeline = { ...newPipeline({ id: 'bench', name: 'bench' }), nodes };
  pipeline.parameters = { p: { type: 'string' } };
  return resolve(pipeline, { notebook: path => ({ message: `There is no ${path}.` }) });
}

function step(inputs: Record<string, object>, group?: string): PipelineNode {
  const ports = Object.entries(inputs).map(([name, from]) => [
    name,
    { type: name === 'many' ? 'list' : 'string', from }
  ]);
  return {
    kind: 'container',
    title: 'step',
    image: 'acme/step',
    command: ['step', ...Object.keys(inputs).map(input => ({ input }))],
    inputs: Object.fromEntries(ports),
    outputs: { text: { type: 'string' }, list: { type: 'list' } },
    ...(group !== undefined && { group })
  };
}
