import type { FlowNode, FlowPort } from '../flow';
import type { ContainerNode } from '../pipeline';
import type { Finding } from './rule';

/** The place of an input or output in a command line. */
export interface Placeholder {
  /** `command.0`, `args.2`. */
  field: string;
  side: 'input' | 'output';
  name: string;
  as: 'value' | 'path' | 'uri' | undefined;
  /** Undefined when nothing of that name is declared. */
  port: FlowPort | undefined;
}

/** What `judge` finds about each placeholder of a container. */
export function argumentFindings(
  { node, inputs, outputs }: FlowNode & { node: ContainerNode },
  judge: (placeholder: Placeholder) => Finding | undefined
): Finding[] {
  return (['command', 'args'] as const).flatMap(part =>
    (node[part] ?? []).flatMap((argument, index) => {
      if (typeof argument === 'string') {
        return [];
      }
      const field = `${part}.${index}`;
      const { as } = argument;
      const finding =
        'input' in argument
          ? judge({ field, side: 'input', name: argument.input, as, port: named(inputs, argument.input) })
          : judge({
              field,
              side: 'output',
              name: argument.output,
              as,
              port: named(outputs, argument.output)
            });
      return finding ?? [];
    })
  );
}

function named(ports: readonly FlowPort[], name: string): FlowPort | undefined {
  return ports.find(port => port.name === name);
}
