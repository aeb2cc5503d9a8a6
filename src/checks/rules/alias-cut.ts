import { stepRule } from '../step-warnings';

export const aliasCut = stepRule(
  'alias-cut',
  'warning',
  'Names of one object do not reach a step as copies of which it changes one.'
);
