import * as React from 'react';

export interface LiveRegionHandle {
  announce(message: string, urgency?: 'polite' | 'assertive'): void;
}

/** Says things to screen readers (WCAG 4.1.3). A message that is said twice differs by a space, or it is not heard. */
export const LiveRegion = React.forwardRef<LiveRegionHandle>((_props, ref) => {
  const polite = React.useRef<HTMLDivElement>(null);
  const assertive = React.useRef<HTMLDivElement>(null);
  React.useImperativeHandle(ref, () => ({
    announce: (message, urgency = 'polite') => {
      const region = (urgency === 'polite' ? polite : assertive).current;
      if (region) {
        region.textContent = region.textContent === message ? `${message}\u00a0` : message;
      }
    }
  }));
  return (
    <div className="jp-WeftCanvas-live">
      <div ref={polite} role="status" aria-live="polite" />
      <div ref={assertive} role="alert" aria-live="assertive" />
    </div>
  );
});
LiveRegion.displayName = 'LiveRegion';
