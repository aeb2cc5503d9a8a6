import type { FlowNode, FlowPort } from '../flow';
import type { Argument, ContainerNode } from '../pipeline';
import type { Finding } from './rule';

/** The place of an input or output in a command line. */
export interface Placeholder {
  /** `command.0`, `args.2`. */
  field: string;
  side: 'input' | 'output';
  name: string;
  as: 'value' | 'path' | 'uri' | 'metadata' | undefined;
  /** Undefined when nothing of that name is declared. */
  port: FlowPort | undefined;
  /** Stands there only when the input of this name is given. */
  ifPresent?: string;
}

/** What `judge` finds about each placeholder of a container. */
export function argumentFindings(
  { node, inputs, outputs }: FlowNode & { node: ContainerNode },
  judge: (placeholder: Placeholder) => Finding | undefined
): Finding[] {
  const ports = {
    input: new Map(inputs.map(port => [port.name, port])),
    output: new Map(outputs.map(port => [port.name, port]))
  };
  return (['command', 'args'] as const).flatMap(part =>
    (node[part] ?? []).flatMap((argument, index) =>
      pieces(argument).flatMap(({ ifPresent, ...piece }) => {
        const side = 'input' in piece ? 'input' : 'output';
        const name = 'input' in piece ? piece.input : piece.output;
        const place = { field: `${part}.${index}`, side, name, as: piece.as } as const;
        return judge({ ...place, port: ports[side].get(name), ...(ifPresent && { ifPresent }) }) ?? [];
      })
    )
  );
}

type Piece = Extract<Argument, { input: string } | { output: string }> & { ifPresent?: string };

/** The inputs and outputs that an argument names, whatever it wraps them in. */
function pieces(argument: Argument, ifPresent?: string): Piece[] {
  if (typeof argument === 'string') {
    return [];
  }
  if ('concat' in argument) {
    return argument.concat.flatMap(inner => pieces(inner, ifPresent));
  }
  if ('if' in argument) {
    const then = [argument.then].flat().flatMap(inner => pieces(inner, argument.if));
    const otherwise = [argument.else ?? []].flat().flatMap(inner => pieces(inner, ifPresent));
    return [...then, ...otherwise];
  }
  return [{ ...argument, ...(ifPresent && { ifPresent }) }];
}
