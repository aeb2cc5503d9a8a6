import { expect, it } from 'vitest';
import { plainText, type Wire, wires } from '../actions';
import { openTestEditor } from '../actions/testing/open-test-editor';
import { edgeLabel, edgeName, edgeReason } from './edge-text';

it('calls the state of a random generator by its library, as no code spells out its name', async () => {
  const { editor } = await openTestEditor();
  const { view } = editor;
  const plain = wires(view.flow).find(({ why }) => why?.name === 'df') as Wire;
  const wire = { ...plain, why: { ...plain.why!, name: 'weft_random_numpy', version: 2 } };
  expect(edgeLabel(wire, view.flow, plainText)).toBe('random state of NumPy');
  expect(edgeReason(wire, view.flow, plainText)).toBe(
    'random state of NumPy, as it is after cell 1, for cell 2'
  );
  expect(edgeName(wire, view, plainText)).not.toContain('weft_random');
  expect(edgeLabel(plain, view.flow, plainText)).toBe('df');
});
