import type { StepWarning } from '../step-facts';
import { indexOf, numberOf, placeOf, type StepContext } from './step-context';
import type { ResolvedUse, Version } from './version';

/**
 * Classes and functions travel as source, so that what a cell or a method sets on one (`Acc.total += 1`) is not there
 * in the steps after it.
 */
export function classStates(context: StepContext): StepWarning[] {
  return [...setByCells(context), ...setByMethods(context)];
}

function setByCells(context: StepContext): StepWarning[] {
  const { trace, own, groupOf } = context;
  return indexOf(context).redefinitions.flatMap(({ version, cell, line, at }) => {
    const read =
      groupOf.has(cell) && !own.has(cell)
        ? trace.uses.find((use, index) => index >= at && own.has(use.cell) && touches(context, use, version))
        : undefined;
    return read ? [warning(context, version, { cell, line }, read)] : [];
  });
}

/** Where cells of another step used the class before, its methods may have run. */
function setByMethods(context: StepContext): StepWarning[] {
  const { trace, own, groupOf } = context;
  return indexOf(context).selfChanging.flatMap(version => {
    const used = trace.uses.filter(use => groupOf.has(use.cell) && touches(context, use, version));
    const elsewhere = used.find(({ cell }) => !own.has(cell));
    const changesItself = version.functions?.changesItself;
    const read =
      elsewhere &&
      used.find(({ cell, cache }) => own.has(cell) && cell > elsewhere.cell && (changesItself || cache));
    return read
      ? [
          {
            ...warning(context, version, { cell: version.cell, line: changesItself ?? version.line }, read),
            apart: context.trace.cells[elsewhere.cell].id
          }
        ]
      : [];
  });
}

/** It uses the definition, or a value that may hold it. */
function touches({ carried }: StepContext, { version, kind }: ResolvedUse, definition: Version): boolean {
  return (
    version !== null &&
    kind !== 'readAnnotation' &&
    (version === definition || carried(version).has(definition))
  );
}

function warning(
  context: StepContext,
  { name, kind }: Version,
  write: { cell: number; line: number },
  read: ResolvedUse
): StepWarning {
  return {
    rule: 'class-state',
    name,
    write: placeOf(context, write.cell, write.line),
    read: placeOf(context, read.cell, read.line),
    message:
      `Line ${write.line} of ${numberOf(context, write.cell)} changes the ${kind} "${name}" itself, and line ` +
      `${read.line} of ${numberOf(context, read.cell)} uses it in another step, which gets "${name}" as its source says.`,
    fix: `Keep the state in an object of its own, or run the cells that use "${name}" in one step.`
  };
}
