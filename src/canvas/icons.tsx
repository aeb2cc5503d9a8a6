import * as React from 'react';

/** Strokes of 16 x 16 icons that take the colour of the text around them. */
const PATHS = {
  cells: 'M2.5 3.5h11v3.6h-11zM2.5 9h11v3.6h-11zM4.7 5.3h3M4.7 10.8h5',
  notebook: 'M4.4 1.8h8.8v12.4H4.4zM2.8 4.6h3M2.8 8h3M2.8 11.4h3M7.8 5h3.2M7.8 7.6h3.2',
  container: 'M8 1.8l5.6 3v6.4L8 14.2l-5.6-3V4.8zM2.6 4.9L8 7.9l5.4-3M8 8v6',
  importer: 'M8 2v7.4M4.9 6.5L8 9.6l3.1-3.1M2.5 10.5v2.8h11v-2.8',
  function: 'M11.6 3.2c-1.6-.9-2.9-.1-3.2 1.8l-1 6c-.3 1.9-1.5 2.6-3 1.8M5.6 6.6h5',
  component: 'M2.5 6h3.6a1.9 1.9 0 113.8 0h3.6v7.2h-11z',
  loop: 'M12.8 6.2A5.2 5.2 0 003.4 5M3.2 9.8A5.2 5.2 0 0012.6 11M12.9 2.6v3.6H9.3M3.1 13.4V9.8h3.6',
  choice:
    'M2.5 8h2.4c3.2 0 2.2-4 5.4-4h2.9M4.9 8c3.2 0 2.2 4 5.4 4h2.9M11.4 2.1L13.4 4l-2 1.9M11.4 10.1l2 1.9-2 1.9',
  branch: 'M8 2L14 8 8 14 2 8zM5.6 8h4.6M8.6 6.3L10.3 8 8.6 9.7',
  'exit-handler': 'M6.2 2.5H2.8v11h3.4M9.8 4.9L12.9 8l-3.1 3.1M12.7 8H6',
  pipeline: 'M1.8 3h12.4v10H1.8zM4.2 6.3h2.4v3.4H4.2zM9.4 6.3h2.4v3.4H9.4zM6.6 8h2.8',
  note: 'M3 2.5h10v7.2l-3.4 3.8H3zM9.6 13.3V9.7H13M5.3 5.4h5.2M5.3 7.8h3',
  opaque:
    'M2.5 2.5h2M7 2.5h2M11.5 2.5h2v2M13.5 7v2M13.5 11.5v2h-2M9 13.5H7M4.5 13.5h-2v-2M2.5 9V7M2.5 4.5v-2',
  comment: 'M2.5 3h11v8H7.4L4.5 13.7V11h-2z',
  error: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.9v3.8M8 11v.2',
  warning: 'M8 2.2l6.3 11.2H1.7zM8 6.4v3.4M8 11.6v.2',
  info: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 7.4v3.8M8 4.8v.2',
  waiting: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.6V8l2.3 1.5',
  running: 'M8 1.8a6.2 6.2 0 106.2 6.2',
  succeeded: 'M3 8.5l3.4 3.4L13 4.9',
  failed: 'M4 4l8 8M12 4l-8 8',
  skipped: 'M3.5 4l4 4-4 4M8.5 4l4 4-4 4',
  cached: 'M2.5 8a5.5 5.5 0 019.6-3.7M13.5 8a5.5 5.5 0 01-9.6 3.7M12.3 1.8v2.7H9.6M3.7 14.2v-2.7h2.7',
  cancelled: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM3.7 3.7l8.6 8.6',
  pool: 'M4 4h8v8H4zM6.3 6.3h3.4v3.4H6.3zM6 4V2M10 4V2M6 14v-2M10 14v-2M4 6H2M4 10H2M14 6h-2M14 10h-2',
  'zoom-in': 'M8 3v10M3 8h10',
  'zoom-out': 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10'
} as const;
export type IconName = keyof typeof PATHS;

/** An icon beside text that says the same, hidden from screen readers. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg className={`jp-WeftIcon jp-type-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
