import type { Reason, Stage } from './proposal';

/** Translates a text and puts the arguments in the places `%1`, `%2` and so on, as JupyterLab's `trans.__` does. */
export type Translate = (text: string, ...args: string[]) => string;

/** English, as it is written. */
export const plain: Translate = (text, ...args) =>
  text.replace(/%(\d)/g, (_, n: string) => args[Number(n) - 1] ?? '');

const list = (names: readonly string[]): string => names.join(', ');

/** One sentence, with its full stop, about why a step or a spare cell is as proposed. */
export function reasonText(reason: Reason, t: Translate = plain): string {
  switch (reason.code) {
    case 'kept':
      return t('The notebook keeps it as a step.');
    case 'first':
      return t('The notebook begins here.');
    case 'heading':
      return t('The heading “%1” stands above it.', reason.heading);
    case 'gpu':
      return reason.sign === ''
        ? t('It needs a GPU, and what is above does not.')
        : t('It needs a GPU (%1), and what is above does not.', reason.sign);
    case 'cpu':
      return t('It needs no GPU, and what is above does.');
    case 'slow':
      return t(
        'It took %1 s when it last ran, so that it is worth a step of its own.',
        String(reason.seconds)
      );
    case 'trains':
      return t('It trains (%1), which is worth a step of its own.', reason.call);
    case 'afresh':
      return t('It starts afresh by reading a file (%1).', reason.call);
    case 'stage':
      return stageText(reason.from, reason.to, t);
    case 'join':
      return t('It brings together what several steps made: %1.', list(reason.names));
    case 'helpers':
      return t('Functions for what follows begin here: %1.', list(reason.names));
    case 'handle':
      return t(
        '“%1” (%2) cannot be stored, so the cells that use it stay together.',
        reason.name,
        reason.made
      );
    case 'alias':
      return t(
        '“%1” and another name are one object here, and would be two copies in two steps.',
        reason.name
      );
    case 'class-state':
      return t('“%1” is changed itself, which other steps would not see.', reason.name);
    case 'two-values':
      return t('A step on its own would need two values of “%1”.', reason.name);
    case 'rests-on':
      return t('It reads “%1” of a cell that would not run else.', reason.name);
    case 'set-between':
      return t('Cell %1 sets what cells below it go by, and those above it do not.', String(reason.cell));
    case 'changes':
      return t('Its cells change “%1” one after the other.', reason.name);
    case 'shows':
      return reason.cells === 1
        ? t('One cell that only shows results stays with what it shows.')
        : t('%1 cells that only show results stay with what they show.', String(reason.cells));
    case 'own-helpers':
      return t('It uses %1, which stand right above.', list(reason.names));
    case 'imports':
      return t('It only imports: each step gets the imports that it needs.');
    case 'definitions':
      return t('It only defines %1: each step gets the source of what it needs.', list(reason.names));
    case 'constants':
      return t('It only holds constants (%1): each step gets those that it needs.', list(reason.names));
    case 'parameters':
      return t('It is tagged “parameters”: %1 become parameters of the pipeline.', list(reason.names));
    case 'settings':
      return t('It only configures libraries: each step that uses them does the same.');
    case 'empty':
      return t('It holds no code.');
    case 'tagged':
      return t('It is tagged “skip”.');
    case 'installs':
      return t('It only installs packages (%1), which belong in the image of a step.', list(reason.packages));
    case 'unread':
      return reason.names.length === 0
        ? t('It defines nothing, and nothing is shown or written.')
        : t('Nothing reads %1, and nothing is shown or written.', list(reason.names));
    case 'syntax':
      return t('It cannot be read at line %1: %2.', String(reason.line), reason.message.replace(/\.$/, ''));
  }
}

function stageText(from: Stage, to: Stage, t: Translate): string {
  const words: Record<Stage, string> = {
    load: t('loads data'),
    prepare: t('prepares data'),
    train: t('trains'),
    restore: t('loads a model'),
    evaluate: t('evaluates'),
    save: t('saves')
  };
  return t('What is above %1, and it %2.', words[from], words[to]);
}
