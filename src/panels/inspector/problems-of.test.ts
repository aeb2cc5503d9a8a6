import { expect, it } from 'vitest';
import type { Problem } from '../../checks';
import { problemsApart, problemsAt, problemsWithin } from './problems-of';

const at = (field?: string): Problem => ({ rule: 'r', severity: 'error', field, message: field ?? 'all' });
const problems = [at(), at('inputs'), at('inputs.model'), at('inputsX'), at('pool')];
const fields = (found: Problem[]) => found.map(problem => problem.field);

it('tells problems of a setting from those inside it and those of its namesakes', () => {
  expect(fields(problemsAt(problems, ['inputs']))).toEqual(['inputs']);
  expect(fields(problemsWithin(problems, ['inputs']))).toEqual(['inputs', 'inputs.model']);
});

it('leaves no problem unshown', () => {
  expect(fields(problemsApart(problems, [['inputs'], ['pool']]))).toEqual([undefined, 'inputsX']);
});
