import type { Rule } from '../rule';

/** Names that work as a placeholder, as an argument of the SDK's client, and in the run form. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

export const parameterName: Rule = {
  id: 'parameter-name',
  about: 'Pipeline parameters have names that Kubeflow takes.',
  check: ({ flow: { pipeline } }) =>
    Object.keys(pipeline.parameters)
      .filter(name => !NAME.test(name))
      .map(name => ({
        severity: 'error',
        field: `parameters.${name}`,
        message: `The parameter “${name}” has a name that Kubeflow does not take.`,
        fix: 'Begin with a letter and use letters, digits, hyphens and underscores.'
      }))
};
