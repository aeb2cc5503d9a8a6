import type { Rule } from '../rule';

export const parameterText: Rule = {
  id: 'parameter-text',
  about:
    'Defaults of parameters hold no placeholders, which nothing fills in and at which the local runner fails, and no null within a list, which the SDK cannot read.',
  check: ({ flow: { pipeline }, target }) =>
    Object.entries(pipeline.parameters).flatMap(([name, { default: value }]) => {
      const place = { field: `parameters.${name}.default` };
      if (contains(value, inner => typeof inner === 'string' && inner.includes('{{$'))) {
        return [
          {
            severity: 'warning',
            ...place,
            message: `The default of ${name} holds a placeholder, which stays as it is.`,
            fix: 'Write the value itself.'
          }
        ];
      }
      return value !== null && contains(value, inner => inner === null)
        ? [
            {
              severity: target === 'local' ? 'error' : 'warning',
              ...place,
              message: `The default of ${name} holds null, which Kubeflow's SDK cannot read.`,
              fix: 'Leave it out, or write an empty text or a number.'
            }
          ]
        : [];
    })
};

function contains(value: unknown, is: (value: unknown) => boolean): boolean {
  return (
    is(value) ||
    (typeof value === 'object' && value !== null && Object.values(value).some(inner => contains(inner, is)))
  );
}
