import errors from '../../src/runtime/step_errors.py?raw';
import files from '../../src/runtime/step_files.py?raw';
import formats from '../../src/runtime/step_formats.py?raw';
import libraries from '../../src/runtime/step_libraries.py?raw';
import metrics from '../../src/runtime/step_metrics.py?raw';
import parameters from '../../src/runtime/step_parameters.py?raw';
import pickle from '../../src/runtime/step_pickle.py?raw';
import random from '../../src/runtime/step_random.py?raw';
import record from '../../src/runtime/step_record.py?raw';
import tagged from '../../src/runtime/step_tagged.py?raw';
import values from '../../src/runtime/step_values.py?raw';

/** A module by its name, with its source. */
export type PythonModule = readonly [name: string, source: string];

/** The modules of the step runtime that know how values are stored, each after those it imports. */
export const VALUE_MODULES: readonly PythonModule[] = [
  ['step_errors', errors],
  ['step_files', files],
  ['step_record', record],
  ['step_parameters', parameters],
  ['step_tagged', tagged],
  ['step_random', random],
  ['step_pickle', pickle],
  ['step_formats', formats],
  ['step_libraries', libraries],
  ['step_metrics', metrics],
  ['step_values', values]
];

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
