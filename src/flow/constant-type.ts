import type { PortType } from '../pipeline';

/** The parameter type of a constant. */
export function constantType(value: unknown): PortType {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  if (typeof value === 'boolean' || typeof value === 'string') {
    return typeof value;
  }
  return Array.isArray(value) ? 'list' : 'object';
}

/** The type that all of several constants have: numbers when some are whole, and an object when they differ. */
export function sharedType(values: readonly unknown[]): PortType {
  const types = new Set(values.map(constantType));
  const [first] = types;
  if (types.size === 1) {
    return first;
  }
  return types.size === 2 && types.has('integer') && types.has('number') ? 'number' : 'object';
}
