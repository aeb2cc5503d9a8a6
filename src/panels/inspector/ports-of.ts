import type { PortType } from '../../pipeline';
import type { Form } from './form';

/** Names and types of the ports that a node declares. */
export function portsOf(form: Form, side: 'inputs' | 'outputs'): [string, PortType][] {
  const ports = (form.get([side]) ?? {}) as Record<string, { type: PortType }>;
  return Object.entries(ports).map(([name, { type }]) => [name, type]);
}
