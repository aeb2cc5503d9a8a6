import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../flow';
import { emptyCatalog } from '../../pools';
import { compile } from '../compile';
import { GROUP_TWINS } from '../testing/group-twins';
import { nestedFlow } from '../testing/nested-flow';
import { STEP_TWINS } from '../testing/step-twins';
import type { SpecFile } from '../spec';
import { importSpec } from './import-spec';
import { recompile } from '../testing/recompile';

const fileOf = (flow: Flow): SpecFile => {
  const { spec, platform } = compile(flow, emptyCatalog, 'kfp-2.18');
  return { spec, ...(platform && { platform }), comment: '' };
};

/** What an import makes of a spec, which comes back as it was. */
function comesBack(file: SpecFile) {
  const imported = importSpec(file, { id: 'back' });
  const { spec, platform } = recompile(imported);
  expect({ spec, platform }).toEqual({ spec: file.spec, platform: file.platform });
  return imported;
}

/** Every construct as it is drawn, and as the SDK writes it (see conformance/). */
const TWINS = Object.entries({ ...GROUP_TWINS, ...STEP_TWINS });

describe('what was drawn in Weft', () => {
  it.each(TWINS)('comes back: %s', (_, twin) => {
    const flow = twin();
    const { pipeline, report } = comesBack(fileOf(flow));
    expect(report.kept).toEqual([]);
    const kinds = (nodes: object[]) => nodes.map(node => (node as { kind: string }).kind).sort();
    const drawn = [...flow.nodes.values()]
      .filter(({ id }) => flow.order.includes(id))
      .map(({ node }) => node);
    expect(kinds(Object.values(pipeline.nodes))).toEqual(kinds(drawn));
  });

  it('comes back from random groups, three deep', { timeout: 120_000 }, () => {
    let nodes = 0;
    let nodesWithKept = 0;
    fc.assert(
      fc.property(nestedFlow, flow => {
        const { pipeline } = comesBack(fileOf(flow));
        nodes += Object.keys(pipeline.nodes).length;
        nodesWithKept += Object.values(pipeline.nodes).filter(node => 'kept' in node).length;
      }),
      { seed: 11, numRuns: Number(process.env.WEFT_RUNS ?? 150) }
    );
    expect(nodesWithKept).toBeLessThan(nodes / 10);
    process.stdout.write(`${nodesWithKept} of ${nodes} random nodes keep something\n`);
  });
});
