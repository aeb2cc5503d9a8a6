import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCatalog } from '../../pools';
import { compile } from '../compile';
import type { FieldReport } from '../compiled';
import { PATIENCE, runs } from '../../pipeline/testing/property';
import { GROUP_TWINS } from '../testing/group-twins';
import { nestedFlow } from '../testing/nested-flow';
import { danglingReferences } from '../testing/references';

const lost = (report: FieldReport[]) => report.filter(({ outcome }) => outcome === 'lost');

describe('groups', () => {
  it(
    'compile to specs in which every reference leads somewhere, and lose nothing',
    () => {
      fc.assert(
        fc.property(nestedFlow, flow => {
          const { spec, report } = compile(flow, emptyCatalog, 'kfp-2.16');
          expect(lost(report)).toEqual([]);
          expect(danglingReferences(spec)).toEqual([]);
        }),
        runs(200)
      );
    },
    PATIENCE
  );

  it(
    'compile the same whatever the order of nodes and edges',
    () => {
      fc.assert(
        fc.property(nestedFlow, flow => {
          const turned = {
            ...flow,
            nodes: new Map([...flow.nodes].reverse()),
            edges: [...flow.edges].reverse()
          };
          const [one, other] = [flow, turned].map(each => compile(each, emptyCatalog, 'kfp-2.16').spec);
          expect(other).toEqual(one);
        }),
        runs(60)
      );
    },
    PATIENCE
  );

  it.each(Object.keys(GROUP_TWINS))('leaves nothing open in %s', name => {
    const { spec, report } = compile(GROUP_TWINS[name](), emptyCatalog, 'kfp-2.16');
    expect(lost(report)).toEqual([]);
    expect(danglingReferences(spec)).toEqual([]);
  });
});
