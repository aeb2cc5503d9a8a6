import { constantType, type Flow } from '../../flow';
import {
  type Binding,
  isBranch,
  isLoop,
  isParameterType,
  type LoopNode,
  type PortType
} from '../../pipeline';

/**
 * The types of loop items as the compiler declares them: of constants that of the first, as the SDK does; of other
 * lists what the readers of the item ask for, as the SDK makes both agree, or what it is compared with; text when
 * nobody says.
 */
export class ItemTypes {
  private readonly asked = new Map<string, PortType>();

  constructor(private readonly flow: Flow) {
    for (const { node, inputs } of flow.nodes.values()) {
      if (isBranch(node) && node.when && 'left' in node.when) {
        this.compare(node.when.left, node.when.right);
        this.compare(node.when.right, node.when.left);
      }
      for (const { binding, field, type } of inputs) {
        if (binding && 'item' in binding && !field) {
          this.ask(keyOf(binding.item, binding.field), type);
        }
      }
    }
  }

  /** The type of the item of a loop, or of one field of it. */
  of(loop: string, field?: string): PortType {
    const node = this.flow.nodes.get(loop)?.node;
    const constants = node && isLoop(node) ? constantItems(node) : undefined;
    const asked = this.asked.get(keyOf(loop, field));
    if (constants?.length) {
      const first: unknown = constants[0];
      const type = constantType(field === undefined ? first : memberOf(first, field));
      return type === 'integer' && asked === 'number' ? asked : type;
    }
    return asked ?? 'string';
  }

  /** An item that is compared with a constant is of its type. */
  private compare(item: Binding, constant: Binding): void {
    if ('item' in item && 'value' in constant) {
      this.ask(keyOf(item.item, item.field), constantType(constant.value));
    }
  }

  /** Any type wins over text, which is what all can be turned into. */
  private ask(key: string, type: PortType): void {
    const known = this.asked.get(key);
    if (isParameterType(type) && (known === undefined || known === 'string')) {
      this.asked.set(key, type);
    }
  }
}

/** The constants that a loop goes over; undefined when it goes over something else. */
export function constantItems({ items }: LoopNode): unknown[] | undefined {
  return items && 'value' in items && Array.isArray(items.value) ? (items.value as unknown[]) : undefined;
}

const keyOf = (loop: string, field: string | undefined) => (field === undefined ? loop : `${loop}\0${field}`);

const memberOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
