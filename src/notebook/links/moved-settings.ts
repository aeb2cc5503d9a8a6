import type { StepWarning } from '../step-facts';
import { isHiddenState } from '../names';
import type { StatementPlace } from './config';
import { importOf } from './imported';
import { indexOf, numberOf, placeOf, type StepContext } from './step-context';

/** Libraries whose settings bear on what is drawn, whatever the cell shows. */
const DRAWS = /^(matplotlib|seaborn)$/;
/** What settings of one library bear on besides its own: what draws by it. */
const BEARS_ON: Readonly<Record<string, string>> = { seaborn: 'matplotlib' };
const SHOWS = /\b(print|display)\s*\(/;

/**
 * A setting of a cell that the step has not, between two of its cells: copied, it is made before the first of them, which
 * then shows by it what it showed without.
 */
export function movedSettings(context: StepContext): StepWarning[] {
  const { trace, own, copied } = context;
  return copied.flatMap(({ cell, statement }): StepWarning[] => {
    const { kind, startLine } = trace.cells[cell].facts.statements[statement];
    const isSeed = [...trace.ends[cell].keys()].some(isHiddenState);
    if (kind !== 'config' || own.has(cell) || isSeed) {
      return [];
    }
    const set = librariesOf(context, cell, statement);
    const library = [...set][0];
    const above = [...own]
      .sort((a, b) => a - b)
      .find(other => other < cell && isShownBy(context, other, set));
    return above === undefined
      ? []
      : [
          {
            rule: 'setting-moved',
            name: library,
            write: placeOf(context, cell, startLine),
            read: placeOf(context, above, 1),
            message:
              `Line ${startLine} of ${numberOf(context, cell)} sets ${library} once ${numberOf(context, above)} has run, ` +
              `but a step makes the settings of other cells before its first cell, so that ${numberOf(context, above)} shows by it too.`,
            fix: `Take ${numberOf(context, cell)} into the step, or give ${numberOf(context, above)} a step of its own.`
          }
        ];
  });
}

/** The cell draws with one of the libraries, or shows what they made. */
function isShownBy(context: StepContext, cell: number, set: ReadonlySet<string>): boolean {
  const { trace, cells } = context;
  const used = librariesOf(context, cell);
  const shows =
    trace.cells[cell].facts.statements.at(-1)?.shown === true || SHOWS.test(cells[cell].factsSource);
  return [...set].some(library => used.has(library) && (shows || DRAWS.test(library)));
}

/** Libraries that the statements of a cell use by their names, or by values that they made. */
function librariesOf(
  context: StepContext,
  cell: number,
  statement?: StatementPlace['statement']
): Set<string> {
  const found = new Set<string>();
  for (const use of indexOf(context).uses[cell]) {
    const { version } = use;
    if (version && (statement === undefined || use.statement === statement)) {
      const root =
        version.kind === 'import'
          ? (importOf(use.name, context.trace.cells[version.cell].facts)?.module ?? use.name).split('.')[0]
          : /^[a-z_]\w*(?=\.)/.exec(version.made ?? '')?.[0];
      [root, BEARS_ON[root ?? '']].forEach(library => library && found.add(library));
    }
  }
  return found;
}
