import { stepRule } from '../step-warnings';

export const handleCrossesSteps = stepRule(
  'handle-crosses-steps',
  'error',
  'What cannot be stored, such as an open file or a generator, stays in the step that makes it.'
);
