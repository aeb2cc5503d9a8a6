import type { FlowCell, FlowNode, FlowPort } from '../flow';
import { type CellInput, type CodeNode, isCells, isNotebook, isParameterType } from '../pipeline';
import { isRequirement, type PackedStep, packStep, StepTooLargeError } from '../runtime';
import { isTaken } from './output-names';
import { executorPath } from './spec-path';
import type { StepScope } from './step-scope';

/** What cells run in when the node names no image; the SDK's own default. */
export const DEFAULT_IMAGE = 'python:3.11';

/** Image and command line of a step that runs cells. */
export function cellsContainer(
  node: CodeNode,
  scope: StepScope
): { image: string; command: string[]; args: string[] } {
  const { ledger, names } = scope;
  const { cells, prelude, inputs, outputs, magics } = scope.node;
  const path = [...executorPath(names.executor), 'container'];
  ledger.compiled('notebook', [...path, 'command']);
  if (node.image !== undefined) {
    ledger.compiled('image', [...path, 'image']);
  }
  cells.forEach((cell, i) => {
    accountCell(isCells(node) ? `cells.${i}` : 'notebook', cell, scope);
  });
  accountPorts(node, scope);
  accountFiles(node, scope);
  accountPackages(node, scope);
  if (isNotebook(node) && cells.length === 0) {
    ledger.lost(
      'notebook',
      `“${scope.node.title}” has no cells to run, or its notebook could not be read.`,
      'Open or repair the notebook.'
    );
  }
  const packed = pack(
    isCells(node) ? 'cells' : 'notebook',
    {
      notebook: node.notebook,
      magics,
      prelude: prelude.map(({ cell, index, source, startLine, late }) => ({
        cell,
        index,
        source,
        startLine,
        ...(late && { late })
      })),
      cells: cells.map(({ ref, index, source }) => ({ id: ref.id, index, source })),
      inputs: Object.fromEntries(inputs.filter(({ inCode }) => !inCode).map(packedPort)),
      outputs: Object.fromEntries(outputs.map(packedPort)),
      packages: node.packages,
      ...(isNotebook(node) && { whole: { parameters: parameterCells(scope.node) } })
    },
    scope
  );
  return { image: node.image ?? DEFAULT_IMAGE, ...packed };
}

/** Ids of the cells whose literals are the parameters of a notebook. */
const parameterCells = ({ literals }: FlowNode): string[] => [
  ...new Set(literals.filter(({ tagged }) => tagged).map(({ id }) => id))
];

function pack(field: string, step: PackedStep, { ledger }: StepScope): { command: string[]; args: string[] } {
  try {
    return packStep(step);
  } catch (error) {
    if (!(error instanceof StepTooLargeError)) {
      throw error;
    }
    ledger.lost(field, error.message);
    return { command: [], args: [] };
  }
}

const packedPort = ({ name, type, file }: FlowPort) =>
  [name, { type, artifact: !isParameterType(type), file }] as const;

function accountCell(field: string, cell: FlowCell, { node, names, ledger }: StepScope): void {
  if (cell.state === 'missing') {
    ledger.lost(
      field,
      `Cell ${cell.ref.id} of “${node.title}” is not in its notebook, so its code is not in the spec.`,
      'Choose the cell again, or take it out of the node.'
    );
  } else if (cell.state === 'unread') {
    ledger.lost(
      field,
      `The notebook of “${node.title}” could not be read, so the code of cell ${cell.ref.id} is not in the spec.`,
      'Open or repair the notebook.'
    );
  } else {
    ledger.compiled(field, [...executorPath(names.executor), 'container', 'command']);
  }
  ledger.strangers(field, cell.ref, ['id', 'hash']);
}

/** Why an input is not in the spec. */
function unwritten(name: string, { removed }: CellInput, inputs: readonly FlowPort[]): string {
  if (removed) {
    return `\`${name}\` is removed.`;
  }
  return inputs.some(port => port.name === name)
    ? `Nothing feeds \`${name}\`, so it is what its cell says.`
    : `The cells need no \`${name}\`.`;
}

/** Accounts for decisions on names that ended in no port, and for those that only steer the flow. */
function accountPorts(node: CodeNode, { node: { inputs, outputs }, ledger }: StepScope): void {
  for (const [name, setting] of Object.entries(node.inputs ?? {})) {
    const field = `inputs.${name}`;
    const port = inputs.find(each => each.name === name && !each.inCode);
    if (setting.removed !== undefined) {
      ledger.drawing(`${field}.removed`, 'It decides what the flow feeds, and is no setting of the step.');
    }
    if (setting.pinned !== undefined) {
      ledger.drawing(`${field}.pinned`, 'It decides what the flow feeds, and is no setting of the step.');
    }
    for (const key of ['type', 'from'] as const) {
      if (!port && setting[key] !== undefined) {
        ledger.ignored(`${field}.${key}`, unwritten(name, setting, inputs));
      }
    }
  }
  for (const name of Object.keys(node.outputs ?? {})) {
    if (!outputs.some(each => each.name === name)) {
      ledger.lost(
        `outputs.${name}`,
        `The cells write no \`${name}\`.`,
        'Take the output away, or write the name.'
      );
    }
  }
}

/** Accounts for outputs that are files, and refuses those that no file can be. */
function accountFiles(node: CodeNode, { node: { inputs, outputs }, names, ledger }: StepScope): void {
  const lost = (side: 'inputs' | 'outputs', name: string, file: string, fix: string) =>
    ledger.lost(`${side}.${name}`, `\`${name}\` is the file ${file}, and its type is that of no file.`, fix);
  for (const { name, type, file } of inputs.filter(({ file }) => file !== undefined)) {
    if (isParameterType(type)) {
      lost('inputs', name, file ?? '', 'Give it the type of an artifact.');
    } else if (type.endsWith('[]')) {
      lost('inputs', name, file ?? '', 'Read it inside the loop: after it, there is one for each iteration.');
    }
  }
  const all = outputs.map(({ name }) => name);
  for (const { name, type } of outputs) {
    const file = node.outputs?.[name]?.file;
    if (isTaken(name, all)) {
      ledger.lost(`outputs.${name}`, `\`${name}\` is a name that every step needs itself.`, 'Rename it.');
    }
    if (file !== undefined && isParameterType(type)) {
      lost('outputs', name, file, 'Give it the type of an artifact.');
    } else if (file !== undefined) {
      ledger.compiled(`outputs.${name}.file`, [...executorPath(names.executor), 'container', 'command']);
    }
  }
}

/** Accounts for what pip is to install, and refuses what no shell line can hold. */
function accountPackages({ packages = [] }: CodeNode, { names, ledger }: StepScope): void {
  packages.forEach((requirement, i) => {
    if (isRequirement(requirement)) {
      ledger.compiled(`packages.${i}`, [...executorPath(names.executor), 'container', 'command']);
    } else {
      ledger.lost(
        `packages.${i}`,
        `“${requirement}” is no requirement that a step can install.`,
        'Write one as pip takes it, such as pandas==2.2, without options and without $.'
      );
    }
  });
}
