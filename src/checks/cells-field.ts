import type { FlowNode } from '../flow';
import { isNotebook } from '../pipeline';

/** The setting that says which cells a node runs. */
export const cellsField = ({ node }: Pick<FlowNode, 'node'>): 'cells' | 'notebook' =>
  isNotebook(node) ? 'notebook' : 'cells';
