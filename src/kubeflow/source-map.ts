import type { SourcePlace } from './compiled';
import { isCells, isParameterType } from '../pipeline';
import { componentPath, executorPath, pathText, platformPath, type SpecPath, taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/** Where the pieces of one step come from: its task, component, executor and each of its inputs. */
export function* sourcePlaces({ flow, node, names }: StepScope): Generator<[string, SourcePlace]> {
  const step: SourcePlace = { node: node.id };
  if (isCells(node.node)) {
    step.notebook = node.node.notebook;
    if (node.cells.length) {
      step.cell = node.cells[0].ref.id;
      step.line = 1;
    }
  }
  const pieces: SpecPath[] = [
    taskPath(names),
    componentPath(names.component),
    executorPath(names.executor),
    platformPath(names.executor)
  ];
  for (const path of pieces) {
    yield [pathText(path), step];
  }
  for (const { name, type } of node.inputs) {
    const read = flow.edges.find(edge => edge.target === node.id && edge.targetPort === name)?.why?.read;
    const cell = read && node.cells.find(({ index }) => index === read.cell);
    const kind = isParameterType(type) ? 'parameters' : 'artifacts';
    yield [
      pathText([...taskPath(names), 'inputs', kind, name]),
      cell && read ? { ...step, cell: cell.ref.id, line: read.line } : step
    ];
  }
}
