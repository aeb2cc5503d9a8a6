import React from 'react';

/** Shapes on a 24 by 24 grid, filled with the colour of the text around them. */
const SHAPES = {
  error:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm4.2 12.8-1.4 1.4L12 13.4l-2.8 2.8-1.4-1.4 2.8-2.8-2.8-2.8 1.4-1.4 2.8 2.8 2.8-2.8 1.4 1.4-2.8 2.8Z',
  warning: 'M12 2.5 1 21.5h22L12 2.5Zm1 16h-2v-2h2v2Zm0-4h-2v-5h2v5Z',
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1 15h-2v-6h2v6Zm0-8h-2V7h2v2Z',
  waiting:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16Zm1-13h-2v6l4.6 2.8 1-1.7-3.6-2.1V7Z',
  running: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM9.5 16.5v-9L16.5 12l-7 4.5Z',
  succeeded:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 15L5.8 12.4l1.5-1.5 3.1 3.1 6.3-6.3 1.5 1.5L10.4 17Z',
  skipped: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM7 16V8l5 4-5 4Zm6 0V8l5 4-5 4Z',
  cached:
    'M12 3C7 3 3 4.6 3 6.5v11C3 19.4 7 21 12 21s9-1.6 9-3.5v-11C21 4.6 17 3 12 3Zm0 2c4.2 0 6.8 1.1 7 1.5-.2.4-2.8 1.5-7 1.5S5.2 6.9 5 6.5C5.2 6.1 7.8 5 12 5Zm-1.2 12.5-4-4 1.3-1.3 2.7 2.7 5.1-5.1 1.3 1.3-6.4 6.4Z',
  cancelled: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm5 11H7v-2h10v2Z',
  add: 'M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6v2Z',
  remove:
    'M18.3 7.1 16.9 5.7 12 10.6 7.1 5.7 5.7 7.1 10.6 12l-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9 4.9-4.9Z',
  up: 'm12 8-6 6 1.4 1.4L12 10.8l4.6 4.6L18 14l-6-6Z',
  down: 'm12 16 6-6-1.4-1.4-4.6 4.6-4.6-4.6L6 10l6 6Z',
  right: 'm10 6-1.4 1.4 4.6 4.6-4.6 4.6L10 18l6-6-6-6Z',
  cells: 'M3 4h18v7H3V4Zm2 2v3h14V6H5Zm-2 7h18v7H3v-7Zm2 2v3h14v-3H5Z',
  notebook:
    'M5 2h15v20H5v-3H3v-2h2v-4H3v-2h2V7H3V5h2V2Zm2 2v1h1v2H7v4h1v2H7v4h1v2H7v1h11V4H7Zm3 3h6v2h-6V7Zm0 4h6v2h-6v-2Z',
  container:
    'm12 2 9 5v10l-9 5-9-5V7l9-5Zm0 2.3L6.6 7.3 12 10.3l5.4-3-5.4-3ZM5 9v6.8l6 3.3V12.3L5 9Zm14 0-6 3.3v6.8l6-3.3V9Z',
  importer: 'M11 3h2v9.2l3.3-3.3 1.4 1.4L12 16l-5.7-5.7 1.4-1.4 3.3 3.3V3ZM4 17h2v2h12v-2h2v4H4v-4Z',
  component: 'M10 3h4v4h7v14H3V7h7V3Zm2 2v4H5v10h14V9h-7V5Zm-5 8h10v2H7v-2Z',
  loop: 'M7 6h10a4 4 0 0 1 4 4v1h-2v-1a2 2 0 0 0-2-2H7v3L3 7l4-4v3Zm10 12H7a4 4 0 0 1-4-4v-1h2v1c0 1.1.9 2 2 2h10v-3l4 4-4 4v-3Z',
  choice: 'm12 2 7 7-6 6v7h-2v-7L5 9l7-7Zm0 2.8L7.8 9l4.2 4.2L16.2 9 12 4.800Z',
  branch: 'M3 11h6l5-5h3V3l4 4-4 4V8h-2.200l-4 4 4 4H17v-3l4 4-4 4v-3h-3l-5-5H3v-2Z',
  'exit-handler':
    'M3 3h11v5h-2V5H5v14h7v-3h2v5H3V3Zm14 4 5 5-5 5-1.400-1.400 2.600-2.600H9v-2h9.200l-2.600-2.600L17 7Z',
  pipeline:
    'M3 4h7v6H7v4h3v6H3v-6h2v-4H3V4Zm2 2v2h3V6H5Zm0 10v2h3v-2H5Zm9-9h7v10h-7v-4h-3v-2h3V7Zm2 2v6h3V9h-3Z',
  volume: 'M4 5h16v5H4V5Zm2 2v1h3V7H6Zm-2 5h16v7H4v-7Zm2 2v3h12v-3H6Z',
  note: 'M4 3h16v12l-6 6H4V3Zm2 2v14h7v-5h5V5H6Zm2 3h8v2H8V8Zm0 3.5h5v2H8v-2Z',
  opaque:
    'M4 4h16v16H4V4Zm2 2v12h12V6H6Zm5 9h2v2h-2v-2Zm-2-5.5a3 3 0 1 1 4 2.8V14h-2v-2.8l1-.3a1 1 0 1 0-1-1.4H9Z',
  comment: 'M3 4h18v13H10.5L6 21.5V17H3V4Zm2 2v9h3v2l2-2h9V6H5Z',
  input: 'M3 11h10.2L9.9 7.7l1.4-1.4L17 12l-5.7 5.7-1.4-1.4 3.3-3.3H3v-2Zm16-6h2v14h-2V5Z',
  output: 'M3 5h2v14H3V5Zm4 6h10.2l-3.3-3.3 1.4-1.4L21 12l-5.7 5.7-1.4-1.4 3.3-3.3H7v-2Z',
  order: 'M4 11h3v2H4v-2Zm5 0h3v2H9v-2Zm4.5-4.7L19.2 12l-5.7 5.7-1.4-1.4 4.3-4.3-4.3-4.3 1.4-1.4Z'
} as const;

export type GlyphName = keyof typeof SHAPES;

/** A small picture beside a text that says the same: hidden from screen readers. */
export function Glyph(props: { name: GlyphName; className?: string }): React.ReactElement {
  return (
    <svg
      className={`jp-WeftGlyph ${props.className ?? ''}`}
      viewBox="0 0 24 24"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[props.name]} fill="currentColor" />
    </svg>
  );
}

/** True when a picture of that name exists; kinds of nodes from newer versions have none. */
export const isGlyph = (name: string): name is GlyphName => Object.hasOwn(SHAPES, name);
