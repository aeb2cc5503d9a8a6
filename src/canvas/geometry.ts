import { Position } from '@xyflow/react';
import type { FlowNode } from '../flow';
import { isCells, isContainer, isImporter, isNote } from '../pipeline';

/** Measures of a card in flow units; `style/canvas.css` draws to the same ones. */
export const CARD = { width: 232, header: 52, row: 24, rowsPadding: 6, footer: 28 } as const;
/** Side of the square that takes the pointer at a port (WCAG 2.5.8), and how far it stands out of the card. */
export const TARGET = 24;
const OVERHANG = 5;
const NOTE_SIZE: readonly [number, number] = [220, 120];
const OPAQUE_HEIGHT = 64;

/** A place where wires end, in the shape in which React Flow takes it. */
export interface PortPlace {
  /** `in:<name>` or `out:<name>`; the name is empty for the ends of order edges. */
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

/** The id of a port on the canvas. */
export const portId = (side: 'in' | 'out', name: string | undefined): string => `${side}:${name ?? ''}`;

/** The name in a port's id; undefined for the ends of order edges. */
export function portName(id: string | null | undefined): string | undefined {
  return id?.slice(id.indexOf(':') + 1) || undefined;
}

/** Whether a node runs, and so can be connected. */
export const isTask = ({ node }: FlowNode): boolean => isCells(node) || isContainer(node) || isImporter(node);

/** Size of a node and the places of its ports, from its content alone: nothing has to be measured in the page. */
export function nodeGeometry(flowNode: FlowNode): NodeGeometry {
  const { node, inputs, outputs } = flowNode;
  if (isNote(node)) {
    const [width, height] = node.size ?? NOTE_SIZE;
    return { width, height, handles: [] };
  }
  if (!isTask(flowNode)) {
    return { width: CARD.width, height: OPAQUE_HEIGHT, handles: [] };
  }
  const rows = Math.max(inputs.length, outputs.length);
  const rowsHeight = rows > 0 ? rows * CARD.row + 2 * CARD.rowsPadding : 0;
  const footer = isImporter(node) ? 0 : CARD.footer;
  return {
    width: CARD.width,
    height: CARD.header + rowsHeight + footer,
    handles: [
      place('in', '', CARD.header / 2),
      ...inputs.map(({ name }, i) => place('in', name, rowMiddle(i))),
      place('out', '', CARD.header / 2),
      ...outputs.map(({ name }, i) => place('out', name, rowMiddle(i)))
    ]
  };
}

const rowMiddle = (row: number) => CARD.header + CARD.rowsPadding + (row + 0.5) * CARD.row;

/** Wires end at the outer edge of the target, which is the outer edge of the dot drawn in it. */
function place(side: 'in' | 'out', name: string, middle: number): PortPlace {
  const left = side === 'in';
  return {
    id: portId(side, name),
    type: left ? 'target' : 'source',
    position: left ? Position.Left : Position.Right,
    x: left ? -OVERHANG : CARD.width - TARGET + OVERHANG,
    y: middle - TARGET / 2,
    width: TARGET,
    height: TARGET
  };
}
