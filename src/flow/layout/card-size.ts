import { isComponent, isImporter, isNote, isStep, isSubPipeline } from '../../pipeline';
import type { FlowNode } from '../flow';
import { shownInputs } from './shown-inputs';

/** Measures of a card in flow units; the canvas and `style/canvas.css` draw to the same ones. */
export const CARD = { width: 232, header: 52, row: 24, rowsPadding: 6, footer: 28 } as const;
const NOTE_SIZE: readonly [number, number] = [220, 120];
const OPAQUE_HEIGHT = 64;

/** Width and height, in flow units. */
export type Size = readonly [number, number];

/** Height of the rows of ports, one for each input and the output beside it. */
export function rowsHeight({ inputs, outputs }: Pick<FlowNode, 'inputs' | 'outputs'>): number {
  const rows = Math.max(shownInputs(inputs).length, outputs.length);
  return rows > 0 ? rows * CARD.row + 2 * CARD.rowsPadding : 0;
}

/** Size of a node that is drawn as a card, from its content alone: nothing has to be measured in the page. */
export function cardSize(flowNode: FlowNode): Size {
  const { node } = flowNode;
  if (isNote(node)) {
    return node.size ?? NOTE_SIZE;
  }
  const hasFooter = isStep(node);
  if (!hasFooter && !isImporter(node) && !isComponent(node) && !isSubPipeline(node)) {
    return [CARD.width, OPAQUE_HEIGHT];
  }
  return [CARD.width, CARD.header + rowsHeight(flowNode) + (hasFooter ? CARD.footer : 0)];
}
