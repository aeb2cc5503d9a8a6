import type { TaggedValue } from '../../flow';
import { type DriftedParameter, driftedParameters } from '../drifted-parameters';
import type { Finding, Rule } from '../rule';
import { numbered } from '../words';

/** Longer values are not written out. */
const SHORT = 60;

export const parameterDrift: Rule = {
  id: 'parameter-drift',
  about: 'Defaults of parameters are what the cells tagged `parameters` that they came from say now.',
  check: ({ flow }) =>
    driftedParameters(flow).map(drifted => ({
      field: `parameters.${drifted.parameter}.default`,
      ...(drifted.tagged ? changed(drifted, drifted.tagged) : gone(drifted))
    }))
};

function changed({ parameter, value, notebook }: DriftedParameter, tagged: TaggedValue): Finding {
  const [here, there] = [written(value), 'value' in tagged ? written(tagged.value) : undefined];
  const cell = `${numbered(tagged.cell)} of ${notebook}`;
  return {
    severity: 'warning',
    message: !('value' in tagged)
      ? `The parameter ${parameter} is ${here ?? 'a literal'} here, and ${cell} sets it otherwise, by \`${tagged.code}\`.`
      : here !== undefined && there !== undefined
        ? `The parameter ${parameter} is ${here} here and ${there} in ${cell}.`
        : `The parameter ${parameter} has another value here than in ${cell}.`,
    fix:
      'value' in tagged
        ? `Set its default to ${there ?? 'what the cell says'}, or leave it if runs are to differ from the notebook.`
        : 'Draw that cell as a step and unbind the parameter, or leave it if runs are to differ from the notebook.'
  };
}

/** A name that only the pipeline knows may be meant so. */
const gone = ({ parameter, value, notebook }: DriftedParameter): Finding => ({
  severity: 'info',
  message: `The parameter ${parameter} is ${written(value) ?? 'set'} here, and no cell of ${notebook} sets it.`,
  fix: 'Set it in a cell tagged “parameters”, or leave it if the pipeline alone is to know it.'
});

function written(value: unknown): string | undefined {
  const text = JSON.stringify(value);
  return text.length > SHORT ? undefined : text;
}
