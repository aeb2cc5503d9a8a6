import type { EdgeReason, Flow } from '../flow';
import type { SourcePlace } from './compiled';
import { isCode, isParameterType } from '../pipeline';
import { componentPath, executorPath, pathBehind, pathText, platformPath, taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/** The line that reads each input which code feeds, by node and input. */
export class Reads {
  private readonly lines = new Map<string, Map<string, EdgeReason['read']>>();

  constructor({ edges }: Flow) {
    for (const { target, targetPort, why } of edges) {
      if (why && targetPort !== undefined) {
        const lines = this.lines.get(target) ?? new Map<string, EdgeReason['read']>();
        this.lines.set(target, lines.set(targetPort, why.read));
      }
    }
  }

  of(node: string, input: string): EdgeReason['read'] | undefined {
    return this.lines.get(node)?.get(input);
  }
}

/**
 * Says where the pieces of one task come from: the task, its component, its executor and each of its inputs. Of nodes
 * that share a piece, the first keeps it.
 */
export function addPlaces(
  places: Record<string, SourcePlace>,
  { node, names }: StepScope,
  reads: Reads
): void {
  const step: SourcePlace = { node: node.id };
  if (isCode(node.node)) {
    step.notebook = node.node.notebook;
    if (node.cells.length) {
      step.cell = node.cells[0].ref.id;
      step.line = 1;
    }
  }
  const task = pathText(taskPath(names));
  places[task] ??= step;
  places[pathText(componentPath(names.component))] ??= step;
  if (names.executor) {
    places[pathText(executorPath(names.executor))] ??= step;
    places[pathText(platformPath(names.executor))] ??= step;
  }
  for (const { name, type, field } of node.inputs) {
    if (field) {
      continue;
    }
    const read = reads.of(node.id, name);
    const cell = read && node.cells.find(({ index }) => index === read.cell);
    const kind = isParameterType(type) ? 'parameters' : 'artifacts';
    const path = pathBehind(`${task}.inputs.${kind}`, name);
    places[path] ??= cell && read ? { ...step, cell: cell.ref.id, line: read.line } : step;
  }
}
