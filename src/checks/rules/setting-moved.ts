import { stepRule } from '../step-warnings';

export const settingMoved = stepRule(
  'setting-moved',
  'warning',
  'A step makes no setting of another cell before a cell that shows without it in the notebook.'
);
