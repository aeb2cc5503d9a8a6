import { Panel } from '@xyflow/react';
import * as React from 'react';
import type { CanvasHandle, Translation } from '../actions';
import { Icon } from './icons';

/** For the pointer alone: each has a key and a command too, so they are no tab stops. */
export const ZoomControls = React.memo(
  ({ canvas, trans }: { canvas: CanvasHandle; trans: Translation }): JSX.Element => {
    const buttons = [
      { icon: 'zoom-in', label: trans.__('Zoom in'), press: () => canvas.zoomBy(1.25) },
      { icon: 'zoom-out', label: trans.__('Zoom out'), press: () => canvas.zoomBy(0.8) },
      { icon: 'fit', label: trans.__('Fit'), press: () => canvas.fit() }
    ] as const;
    return (
      <Panel position="bottom-left" className="jp-WeftCanvas-controls">
        {buttons.map(({ icon, label, press }) => (
          <button key={icon} type="button" title={label} aria-label={label} tabIndex={-1} onClick={press}>
            <Icon name={icon} />
          </button>
        ))}
      </Panel>
    );
  }
);
ZoomControls.displayName = 'ZoomControls';
