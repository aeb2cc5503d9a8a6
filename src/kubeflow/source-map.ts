import type { EdgeReason, Flow } from '../flow';
import type { SourcePlace } from './compiled';
import { isCells, isParameterType } from '../pipeline';
import { componentPath, executorPath, pathText, platformPath, type SpecPath, taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/** The line that reads each input which code feeds, by node and input. */
export class Reads {
  private readonly lines = new Map<string, EdgeReason['read']>();

  constructor({ edges }: Flow) {
    for (const { target, targetPort, why } of edges) {
      if (why && targetPort !== undefined) {
        this.lines.set(JSON.stringify([target, targetPort]), why.read);
      }
    }
  }

  of(node: string, input: string): EdgeReason['read'] | undefined {
    return this.lines.get(JSON.stringify([node, input]));
  }
}

/** Where the pieces of one task come from: the task, its component, its executor and each of its inputs. */
export function* sourcePlaces({ node, names }: StepScope, reads: Reads): Generator<[string, SourcePlace]> {
  const step: SourcePlace = { node: node.id };
  if (isCells(node.node)) {
    step.notebook = node.node.notebook;
    if (node.cells.length) {
      step.cell = node.cells[0].ref.id;
      step.line = 1;
    }
  }
  const pieces: SpecPath[] = [taskPath(names), componentPath(names.component)];
  if (names.executor) {
    pieces.push(executorPath(names.executor), platformPath(names.executor));
  }
  for (const path of pieces) {
    yield [pathText(path), step];
  }
  for (const { name, type, field } of node.inputs) {
    if (field) {
      continue;
    }
    const read = reads.of(node.id, name);
    const cell = read && node.cells.find(({ index }) => index === read.cell);
    const kind = isParameterType(type) ? 'parameters' : 'artifacts';
    yield [
      pathText([...taskPath(names), 'inputs', kind, name]),
      cell && read ? { ...step, cell: cell.ref.id, line: read.line } : step
    ];
  }
}
