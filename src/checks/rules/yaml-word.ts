import type { Rule } from '../rule';

/** Words that YAML 1.1 reads as a boolean or as nothing. */
const WORD = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

export const yamlWord: Rule = {
  id: 'yaml-word',
  about:
    'Parameters of the pipeline are called by no words that YAML takes for a boolean: Weft quotes them, but files of arguments that people write may not (#9451, #11548).',
  check: ({ flow }) =>
    Object.keys(flow.pipeline.parameters)
      .filter(name => WORD.test(name))
      .map(name => ({
        severity: 'info',
        field: `parameters.${name}`,
        message: `The parameter ${name} is called by a word that YAML takes for a boolean.`,
        fix: 'Give it a longer name.'
      }))
};
