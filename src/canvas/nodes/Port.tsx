import { Handle } from '@xyflow/react';
import * as React from 'react';
import { useFit } from '../ConnectContext';
import type { PortPlace } from '../geometry';

interface PortProps {
  node: string;
  place: PortPlace;
  /** Name and type, for those who point at it. */
  hint: string;
  connectable: boolean;
  className?: string;
}

/** Where wires end. Its place comes from the geometry of the node, so that nothing has to be measured. */
export function Port({ node, place, hint, connectable, className = '' }: PortProps): JSX.Element {
  const fit = useFit(node, place.id);
  return (
    <Handle
      id={place.id}
      type={place.type}
      position={place.position}
      isConnectable={connectable}
      className={`jp-WeftPort jp-mod-${fit} ${className}`}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
      title={hint}
      data-weft-port={place.id}
    />
  );
}
