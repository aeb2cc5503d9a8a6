import { Position } from '@xyflow/react';
import {
  type Box,
  CARD,
  cardSize,
  enterNames,
  FRAME,
  type FlowNode,
  headerHeight,
  shownInputs
} from '../flow';
import { isTask } from '../pipeline';
import { portId, type PortSide } from './port-id';

/** Side of the square that takes the pointer at a port (WCAG 2.5.8), and how far it stands out of the card. */
export const TARGET = 24;
const OVERHANG = 5;
/** Room between the frame and the label of a value that enters or leaves it. */
export const LABEL_INSET = 12;

/** A place where wires end, in the shape in which React Flow takes it. */
export interface PortPlace {
  id: string;
  type: 'source' | 'target';
  position: Position.Left | Position.Right;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface NodeGeometry {
  width: number;
  height: number;
  handles: PortPlace[];
}

/** Size of a card and the places of its ports, from its content alone: nothing has to be measured in the page. */
export function nodeGeometry(flowNode: FlowNode): NodeGeometry {
  const [width, height] = cardSize(flowNode);
  const handles = isTask(flowNode.node) ? borderPorts(flowNode, CARD.header, width) : [];
  return { width, height, handles };
}

/**
 * The same of a group's frame: ports on its border beside the header, and on its inner side what enters and leaves.
 * @param itemFields fields of a loop's items that have a port of their own
 */
export function frameGeometry(
  flowNode: FlowNode,
  { width, height }: Pick<Box, 'width' | 'height'>,
  itemFields: readonly string[] = []
): NodeGeometry {
  const top = headerHeight(flowNode) + LABEL_INSET;
  const middle = (row: number) => top + (row + 0.5) * FRAME.row;
  const right = width - LABEL_INSET - FRAME.label - OVERHANG;
  const left = LABEL_INSET + FRAME.label - TARGET + OVERHANG;
  return {
    width,
    height,
    handles: [
      ...borderPorts(flowNode, FRAME.header, width),
      ...enterNames(flowNode, itemFields).map((name, i) => place('enter', name, left, middle(i))),
      ...flowNode.outputs.map(({ name }, i) => place('leave', name, right, middle(i)))
    ]
  };
}

/** The ports that face the outside: the ends of order edges in the header, inputs and outputs in rows below. */
function borderPorts(flowNode: FlowNode, header: number, width: number): PortPlace[] {
  const middle = (row: number) => header + CARD.rowsPadding + (row + 0.5) * CARD.row;
  const right = width - TARGET + OVERHANG;
  return [
    place('in', '', -OVERHANG, header / 2),
    ...shownInputs(flowNode.inputs).map(({ name }, i) => place('in', name, -OVERHANG, middle(i))),
    place('out', '', right, header / 2),
    ...flowNode.outputs.map(({ name }, i) => place('out', name, right, middle(i)))
  ];
}

/** Wires end at the outer edge of the target, which is the outer edge of the dot drawn in it. */
function place(side: PortSide, name: string, x: number, middle: number): PortPlace {
  const gives = side === 'out' || side === 'enter';
  return {
    id: portId(side, name),
    type: gives ? 'source' : 'target',
    position: gives ? Position.Right : Position.Left,
    x,
    y: middle - TARGET / 2,
    width: TARGET,
    height: TARGET
  };
}
