import type { Rule } from '../rule';
import { titled } from '../words';

/** Words that YAML 1.1 reads as a boolean or as nothing. */
const WORD = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

export const yamlWord: Rule = {
  id: 'yaml-word',
  about:
    'Names are no words that YAML takes for a boolean: Weft quotes them, but servers and tools that write the spec anew lose them (#9451, #11548).',
  check: ({ flow }) => [
    ...Object.keys(flow.pipeline.parameters)
      .filter(name => WORD.test(name))
      .map(name => ({
        severity: 'warning' as const,
        field: `parameters.${name}`,
        message: `The parameter ${name} is called by a word that YAML takes for a boolean.`,
        fix: 'Give it a longer name.'
      })),
    ...[...flow.nodes.values()].flatMap(node =>
      (['inputs', 'outputs'] as const).flatMap(side =>
        node[side]
          .filter(({ name, field }) => !field && WORD.test(name))
          .map(({ name }) => ({
            severity: 'warning' as const,
            node: node.id,
            field: `${side}.${name}`,
            message: `${titled(node)} calls one of its ${side} ${name}, a word that YAML takes for a boolean.`,
            fix: 'Give it a longer name.'
          }))
      )
    )
  ]
};
