import * as React from 'react';
import type { Translation } from '../../actions';
import type { FlowPort } from '../../flow';
import { useCanvas } from '../CanvasContext';
import { portId, portName } from '../geometry';
import type { CardData } from '../project-nodes';
import { Port } from './Port';

/** The typed inputs and outputs of a node, and the two ends for order edges. */
export function Ports({ data, connectable }: { data: CardData; connectable: boolean }): JSX.Element {
  const { trans } = useCanvas();
  const { id, inputs, outputs } = data.flowNode;
  const ports = new Map([
    ...inputs.map(port => [portId('in', port.name), port] as const),
    ...outputs.map(port => [portId('out', port.name), port] as const)
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
            hint={port ? `${port.name}: ${port.type}` : orderHint(place.id, trans)}
            connectable={connectable}
            className={portClass(place.id, port)}
          />
        );
      })}
    </>
  );
}

function orderHint(id: string, trans: Translation): string {
  return id.startsWith('in') ? trans.__('Runs after') : trans.__('Runs before');
}

function portClass(id: string, port: FlowPort | undefined): string {
  if (portName(id) === undefined || !port) {
    return 'jp-mod-order';
  }
  const open = id.startsWith('in') && !port.binding;
  return open ? (port.optional ? 'jp-mod-optional' : 'jp-mod-open') : 'jp-mod-bound';
}

function PortLabel({ port }: { port: FlowPort | undefined }): JSX.Element {
  return (
    <span className="jp-WeftNode-port" title={port && `${port.name}: ${port.type}`}>
      {port?.name}
      {port && <span className="jp-WeftNode-given">{given(port)}</span>}
    </span>
  );
}

/** What feeds an input other than a node, in short. */
function given({ binding }: FlowPort): string {
  if (binding && 'parameter' in binding) {
    return ` ← ${binding.parameter}`;
  }
  return binding && 'value' in binding ? ` = ${JSON.stringify(binding.value)}` : '';
}
