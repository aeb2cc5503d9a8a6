import cells from '../../src/runtime/step_cells.py?raw';
import errors from '../../src/runtime/step_errors.py?raw';
import loader from '../../src/runtime/step_loader.py?raw';
import parameters from '../../src/runtime/step_parameters.py?raw';
import pickle from '../../src/runtime/step_pickle.py?raw';
import step from '../../src/runtime/step.py?raw';
import tagged from '../../src/runtime/step_tagged.py?raw';
import values from '../../src/runtime/step_values.py?raw';

/** A module by its name, with its source. */
export type PythonModule = readonly [name: string, source: string];

/** The modules of the step runtime, each after those it imports. */
export const STEP_MODULES: readonly PythonModule[] = [
  ['step_errors', errors],
  ['step_tagged', tagged],
  ['step_pickle', pickle],
  ['step_values', values],
  ['step_parameters', parameters],
  ['step_cells', cells],
  ['step', step]
];

/** The whole runtime as one Python program. */
export const stepSource = (): string => programOf(STEP_MODULES, loader);

/** Modules and what loads them as one Python program. Their files hold no text in three single quotes, by rule. */
export function programOf(modules: readonly PythonModule[], loader: string): string {
  const sources = modules.map(([name, source]) => `'${name}':r'''${squeezed(source)}''',`);
  return `SOURCES={${sources.join('')}}\n${squeezed(loader)}`;
}

/** Texts in three double quotes are documentation in these files, by rule, and lines are indented by fours. */
function squeezed(source: string): string {
  return source
    .replace(/"""[\s\S]*?"""/g, '""')
    .replace(/(^| +)# .*$/gm, '')
    .replace(/\n\n+/g, '\n')
    .replace(/^(?: {4})+/gm, indent => ' '.repeat(indent.length / 4));
}
