import { stepRule } from '../step-warnings';

export const updateAfterReader = stepRule(
  'update-after-reader',
  'warning',
  'A step that makes a value does not change it after the cell of another step that reads it.'
);
