import type { Flow } from '../../flow';
import type { Binding, PipelineNode, PortType } from '../../pipeline';
import { buildFlow } from './build-flow';

/** A step that runs one cell; its ports are declared by hand. */
function cell(
  id: string,
  inputs: Record<string, [PortType, Binding]>,
  outputs: Record<string, PortType>,
  more: object = {}
): PipelineNode {
  const declared = Object.entries(inputs).map(([name, [type, from]]) => [name, { type, from }]);
  const given = Object.entries(outputs).map(([name, type]) => [name, { type }]);
  return {
    kind: 'cells',
    title: id,
    notebook: 'n.ipynb',
    cells: [{ id, hash: id }],
    inputs: Object.fromEntries(declared),
    outputs: Object.fromEntries(given),
    ...more
  } as PipelineNode;
}

const SOURCES = {
  flip: 'Output = "heads"',
  won: 'prize = 10 * base',
  lost: 'prize = 0',
  double: 'doubled = number * 2',
  bump: 'bumped = start + 1',
  guarded: 'done = True',
  last: 'import pathlib\npathlib.Path(target + ".last").write_text("ran")',
  save: `import json
with open(target, "w") as file:
    json.dump({"all": all_doubled, "bumped": bumped, "prize": prize}, file)`
};

/**
 * Every construct that the SDK's local runner runs, in cells: a choice with a one-of output, a loop over a parameter
 * and its collected outputs, a sub-pipeline with a default, an exit handler.
 */
export const localGroups = (): Flow =>
  buildFlow(
    {
      flip: cell('flip', {}, { Output: 'string' }),
      choice: {
        kind: 'choice',
        outputs: {
          prize: {
            type: 'integer',
            from: [
              { node: 'won', output: 'prize' },
              { node: 'lost', output: 'prize' }
            ]
          }
        }
      },
      heads: {
        kind: 'branch',
        group: 'choice',
        when: { left: { node: 'flip', output: 'Output' }, is: '==', right: { value: 'heads' } }
      },
      tails: { kind: 'branch', group: 'choice' },
      won: cell(
        'won',
        { base: ['integer', { parameter: 'base' }] },
        { prize: 'integer' },
        { group: 'heads' }
      ),
      lost: cell('lost', {}, { prize: 'integer' }, { group: 'tails' }),
      loop: { kind: 'loop', items: { parameter: 'numbers' }, parallelism: 2 },
      double: cell(
        'double',
        { number: ['integer', { item: 'loop' }] },
        { doubled: 'integer' },
        { group: 'loop' }
      ),
      part: {
        kind: 'pipeline',
        title: 'part',
        inputs: { start: { type: 'integer', default: 4 } },
        outputs: { bumped: { type: 'integer', from: { node: 'bump', output: 'bumped' } } }
      },
      bump: cell(
        'bump',
        { start: ['integer', { node: 'part', input: 'start' }] },
        { bumped: 'integer' },
        { group: 'part' }
      ),
      handler: { kind: 'exit-handler' },
      guarded: cell('guarded', {}, { done: 'boolean' }, { group: 'handler' }),
      last: cell(
        'last',
        { target: ['string', { parameter: 'target' }] },
        {},
        {
          after: ['handler'],
          ignoreUpstreamFailure: true
        }
      ),
      save: cell(
        'save',
        {
          all_doubled: ['list', { node: 'double', output: 'doubled' }],
          bumped: ['integer', { node: 'part', output: 'bumped' }],
          prize: ['integer', { node: 'choice', output: 'prize' }],
          target: ['string', { parameter: 'target' }]
        },
        {}
      )
    },
    {
      name: 'groups',
      parameters: {
        base: { type: 'integer', default: 3 },
        numbers: { type: 'list', default: [1, 2, 3] },
        target: { type: 'string' }
      },
      sources: SOURCES
    }
  );
