import type { MatchExpression, PoolMatch } from './catalog';
import type { NodeExpression } from './placement';

export interface Selector {
  nodeSelector: Record<string, string>;
  affinity: NodeExpression[];
}

/**
 * The match of a pool for a pod: a node selector when every condition is an equality (every Kubeflow release
 * carries that), else the expressions of one affinity term, in which all must hold.
 */
export function selectorOf(match: PoolMatch = {}): Selector {
  const equalities = equalitiesOf(match);
  if (equalities) {
    return { nodeSelector: equalities, affinity: [] };
  }
  const fromLabels = Object.entries(match.labels ?? {}).map(([key, value]): NodeExpression => ({
    key,
    operator: 'In',
    values: [value]
  }));
  const fromExpressions = (match.expressions ?? []).map(({ key, operator, values }): NodeExpression =>
    values?.length ? { key, operator, values } : { key, operator }
  );
  return { nodeSelector: {}, affinity: [...fromLabels, ...fromExpressions] };
}

/** Undefined when a condition is no equality, or when two of them give one key two values. */
function equalitiesOf(match: PoolMatch): Record<string, string> | undefined {
  const pairs = new Map(Object.entries(match.labels ?? {}));
  for (const { key, operator, values } of match.expressions ?? []) {
    if (operator !== 'In' || values?.length !== 1 || (pairs.get(key) ?? values[0]) !== values[0]) {
      return undefined;
    }
    pairs.set(key, values[0]);
  }
  return Object.fromEntries(pairs);
}

/** Whether a node with these labels is one of the pool, by Kubernetes' own rules. */
export function matches(match: PoolMatch = {}, labels: Readonly<Record<string, string>>): boolean {
  return (
    Object.entries(match.labels ?? {}).every(([key, value]) => own(labels, key) === value) &&
    (match.expressions ?? []).every(expression => holds(expression, own(labels, expression.key)))
  );
}

/** `NotIn` and `DoesNotExist` hold when the label is absent; `Gt` and `Lt` compare integers and do not. */
function holds({ operator, values = [] }: MatchExpression, actual: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return actual !== undefined && values.includes(actual);
    case 'NotIn':
      return actual === undefined || !values.includes(actual);
    case 'Exists':
      return actual !== undefined;
    case 'DoesNotExist':
      return actual === undefined;
    case 'Gt':
      return isInteger(actual) && isInteger(values[0]) && BigInt(actual) > BigInt(values[0]);
    case 'Lt':
      return isInteger(actual) && isInteger(values[0]) && BigInt(actual) < BigInt(values[0]);
  }
}

function isInteger(text: string | undefined): text is string {
  return text !== undefined && /^-?\d+$/.test(text);
}

function own(labels: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
