import { nameText, type Translation } from '../../actions';
import type { FlowPort } from '../../flow';

/** What a port is called: its name or, for a setting, what the setting is. */
export function portLabel({ name, field }: FlowPort, trans: Translation): string {
  switch (name) {
    case 'items':
      return field ? trans.__('items') : name;
    case 'when.left':
      return trans.__('left side');
    case 'when.right':
      return trans.__('right side');
    default:
      return field?.at(-1) ?? nameText(name, trans);
  }
}
