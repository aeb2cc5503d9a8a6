import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Flow } from '../flow';
import { TARGETS, unhonoured } from '../kubeflow';
import { catalog } from '../kubeflow/testing/catalog';
import { nestedFlow } from '../kubeflow/testing/nested-flow';
import { randomFlow } from '../kubeflow/testing/random-flow';
import { PATIENCE, runs } from '../pipeline/testing/property';
import { hasErrors, judge } from './judge';

const targets = fc.constantFrom(...TARGETS);
/** Rows about fields that the compiler holds back where they would do harm. */
const isHeldBack = ({ row }: ReturnType<typeof unhonoured>[number]) => row.known !== undefined;

function holdsFor(flow: Flow, target: (typeof TARGETS)[number]): boolean {
  const { problems, compiled } = judge(flow, catalog, target);
  const found = unhonoured(compiled, target);
  expect(found.filter(isHeldBack).map(({ row }) => row.id)).toEqual([]);
  const sound = !hasErrors(problems);
  if (sound) {
    expect(found.filter(({ fate }) => fate !== 'ignored').map(({ row }) => row.id)).toEqual([]);
  }
  return sound;
}

it.each([
  ['random steps', randomFlow],
  ['random groups, nested', nestedFlow]
])('nothing that compiles without an error breaks a row: %s', { timeout: PATIENCE }, (_, flows) => {
  let sound = 0;
  fc.assert(
    fc.property(flows, targets, (flow, target) => {
      sound += holdsFor(flow, target) ? 1 : 0;
    }),
    runs(300)
  );
  expect(sound).toBeGreaterThan(10);
});
