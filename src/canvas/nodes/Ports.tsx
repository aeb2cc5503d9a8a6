import * as React from 'react';
import type { Translation } from '../../actions';
import { type FlowPort, shownInputs } from '../../flow';
import { shortened } from '../binding-text';
import { useCanvas } from '../CanvasContext';
import type { CardData } from '../card-data';
import { portId, portName, portSide } from '../port-id';
import { Port } from './Port';
import { portLabel } from './port-label';

/** The typed inputs and outputs of a node, and the two ends for order edges. */
export function Ports({ data, connectable }: { data: CardData; connectable: boolean }): JSX.Element {
  const { trans } = useCanvas();
  const { id, outputs } = data.flowNode;
  const inputs = shownInputs(data.flowNode.inputs);
  const ports = new Map([
    ...inputs.map(port => [portId('in', port.name), port] as const),
    ...outputs.flatMap(port => [
      [portId('out', port.name), port] as const,
      [portId('leave', port.name), port] as const
    ])
  ]);
  const rows = Array.from({ length: Math.max(inputs.length, outputs.length) }, (_, i) => i);
  return (
    <>
      {rows.length > 0 && (
        <div className="jp-WeftNode-ports">
          {rows.map(i => (
            <div key={i} className="jp-WeftNode-row">
              <PortLabel port={inputs[i]} />
              <PortLabel port={outputs[i]} />
            </div>
          ))}
        </div>
      )}
      {data.geometry.handles.map(place => {
        const port = ports.get(place.id);
        return (
          <Port
            key={place.id}
            node={id}
            place={place}
            hint={hint(place.id, port, trans)}
            connectable={connectable}
            className={portClass(place.id, port)}
          />
        );
      })}
    </>
  );
}

function hint(id: string, port: FlowPort | undefined, trans: Translation): string {
  const name = portName(id);
  switch (portSide(id)) {
    case 'enter':
      return name === undefined
        ? trans.__('The item of each iteration')
        : trans.__('%1, to what is inside', name);
    case 'leave':
      return trans.__('Gives "%1" to the outside', name ?? '');
    default:
      return port
        ? `${portLabel(port, trans)}: ${port.type}`
        : id.startsWith('in')
          ? trans.__('Runs after')
          : trans.__('Runs before');
  }
}

function portClass(id: string, port: FlowPort | undefined): string {
  const side = portSide(id);
  if (side === 'enter') {
    return 'jp-mod-bound jp-mod-enter';
  }
  if (portName(id) === undefined || !port) {
    return 'jp-mod-order';
  }
  const given = side === 'in' ? port.binding : side === 'leave' ? port.sources?.length : true;
  return given ? 'jp-mod-bound' : port.optional ? 'jp-mod-optional' : 'jp-mod-open';
}

function PortLabel({ port }: { port: FlowPort | undefined }): JSX.Element {
  const { trans } = useCanvas();
  const label = port && portLabel(port, trans);
  return (
    <span className="jp-WeftNode-port" title={port && `${label}: ${port.type}`}>
      {label}
      {port && <span className="jp-WeftNode-given">{given(port)}</span>}
    </span>
  );
}

/** What feeds an input other than a node, or what it is when nothing does, in short. */
function given({ binding, inCode }: FlowPort): string {
  if (inCode?.value !== undefined) {
    return ` = ${shortened(JSON.stringify(inCode.value))}`;
  }
  if (binding && 'parameter' in binding) {
    return ` ← ${binding.parameter}`;
  }
  return binding && 'value' in binding ? ` = ${shortened(JSON.stringify(binding.value))}` : '';
}
