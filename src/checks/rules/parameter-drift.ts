import type { TaggedValue } from '../../flow';
import { canonicalJson } from '../../pipeline';
import { cellsNodes } from '../flow-nodes';
import type { Finding, Rule } from '../rule';
import { numbered } from '../words';

/** Longer values are not written out. */
const SHORT = 60;

export const parameterDrift: Rule = {
  id: 'parameter-drift',
  about: 'Defaults of parameters are what the cells tagged `parameters` that they came from say now.',
  check: ({ flow }) => {
    const nodes = cellsNodes(flow).filter(({ fileOf }) => fileOf === undefined);
    const drawn = new Set(
      nodes.flatMap(({ node, cells }) => cells.map(({ ref }) => keyOf(node.notebook, ref.id)))
    );
    const found = new Map<string, Finding>();
    for (const { node, inputs } of nodes) {
      for (const { name, binding, tagged } of inputs) {
        if (binding && 'parameter' in binding && tagged && !drawn.has(keyOf(node.notebook, tagged.id))) {
          const { parameter } = binding;
          const { default: value } = flow.pipeline.parameters[parameter] ?? {};
          if (isNamedAfter(parameter, name) && differs(value, tagged)) {
            found.set(keyOf(node.notebook, parameter), drift(parameter, value, tagged, node.notebook));
          }
        }
      }
    }
    return [...found.values()];
  }
};

const keyOf = (path: string, id: string) => JSON.stringify([path, id]);

/** A second parameter of a name gets a number behind it when it is drawn. */
const isNamedAfter = (parameter: string, name: string) =>
  parameter === name || (parameter.startsWith(`${name}_`) && /^\d+$/.test(parameter.slice(name.length + 1)));

/** `3` and `3.0` are one number in JSON. Without a default, a run says itself what the value is. */
const differs = (value: unknown, tagged: TaggedValue) =>
  value !== undefined &&
  value !== null &&
  !('value' in tagged && canonicalJson(value) === canonicalJson(tagged.value));

function drift(parameter: string, value: unknown, tagged: TaggedValue, notebook: string): Finding {
  const [here, there] = [written(value), 'value' in tagged ? written(tagged.value) : undefined];
  const cell = `${numbered(tagged.cell)} of ${notebook}`;
  return {
    severity: 'warning',
    field: `parameters.${parameter}.default`,
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

function written(value: unknown): string | undefined {
  const text = JSON.stringify(value);
  return text.length > SHORT ? undefined : text;
}
