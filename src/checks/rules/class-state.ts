import { stepRule } from '../step-warnings';

export const classState = stepRule(
  'class-state',
  'warning',
  'What is set on a class is not wanted in another step: classes travel as source.'
);
