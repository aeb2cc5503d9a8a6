import { boxesOf, branchOrder, FRAME } from '../flow';
import { addNode, type BranchNode, groupNodes, isBranch, isChoice, moveNodes } from '../pipeline';
import { change } from './change';
import type { Editor } from './editor';
import { ARM_GAP } from './places';
import { currentNode, goTo } from './selection';

/** The choice that is selected, or whose branch is. */
export function choiceOf(editor: Editor): string | undefined {
  const { flow } = editor.view;
  const current = currentNode(editor);
  if (!current || isChoice(current.node)) {
    return current?.id;
  }
  const group = isBranch(current.node) ? current.node.group : undefined;
  const around = group === undefined ? undefined : flow.nodes.get(group);
  return around && isChoice(around.node) ? group : undefined;
}

/** Whether a choice, a branch of one, or a lone if is selected. */
export function hasArms(editor: Editor): boolean {
  const current = currentNode(editor);
  return current !== undefined && (isChoice(current.node) || isBranch(current.node));
}

/**
 * Adds a branch below those that are there, and pushes the else down where it comes before that. A lone if becomes the
 * first branch of a choice.
 * @param arm the branch, by the id of its choice and the rank after all others
 */
export function addArm(editor: Editor, arm: (choice: string, rank: number) => BranchNode): void {
  const { flow } = editor.view;
  const current = currentNode(editor);
  if (!current) {
    return;
  }
  const known = choiceOf(editor);
  const arms = known === undefined ? [current.id] : branchOrder(flow, known);
  const boxes = arms.flatMap(id => boxesOf(flow).get(id) ?? []);
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const left = Math.min(...boxes.map(({ x }) => x));
  const ranks = arms.map(id => {
    const node = flow.nodes.get(id)?.node;
    return node && isBranch(node) ? (node.rank ?? 0) : 0;
  });
  const start = boxesOf(flow).get(known ?? current.id) ?? { x: 0, y: 0 };
  const at: [number, number] =
    arms.length > 0
      ? [left, bottom + ARM_GAP]
      : [start.x + FRAME.padding, start.y + FRAME.header + FRAME.padding];
  const added = change(editor, doc => {
    const choice = known ?? groupNodes(doc, [current.id], 'choice');
    const id = addNode(doc, arm(choice, Math.max(0, ...ranks) + 1), at);
    // An empty branch stands where its own entry says, which is right below the others.
    moveNodes(doc, { [id]: at });
    return id;
  });
  if (added !== undefined) {
    goTo(editor, added);
  }
}
