import { expect, it } from 'vitest';
import type { ProposedStep } from '../notebook';
import { newPipeline } from '../pipeline';
import { offerOf, type OpenProposal } from './proposal';

const step = (...cells: string[]): ProposedStep => ({ cells, title: cells[0], gpu: 'none', why: [] });
const open: OpenProposal = {
  notebook: 'a.ipynb',
  analyzed: { path: 'a.ipynb', language: 'python', cells: [] },
  proposal: { steps: [step('a', 'b'), step('c')], skipped: [], prelude: [], parameters: [] }
};
const drawn = (notebook: string, id: string) => ({
  ...newPipeline({ id: 'x', name: 'x' }),
  nodes: { n: { kind: 'cells' as const, notebook, cells: [{ id, hash: '' }] } }
});

it('offers what is not drawn, however it came to be drawn', () => {
  expect(offerOf(open, newPipeline({ id: 'x', name: 'x' }))).toMatchObject({ drawn: 0 });
  const { steps, drawn: count } = offerOf(open, drawn('a.ipynb', 'b'));
  expect(steps.map(({ cells }) => cells)).toEqual([['c']]);
  expect(count).toBe(1);
});

it('takes no cells of other notebooks for its own', () => {
  expect(offerOf(open, drawn('b.ipynb', 'b')).steps).toHaveLength(2);
});
