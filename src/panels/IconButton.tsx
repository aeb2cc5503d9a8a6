import React from 'react';
import { Glyph, type GlyphName } from './Glyph';

export interface IconButtonProps {
  glyph: GlyphName;
  /** What it does and to what: its name for screen readers and its tooltip. */
  label: string;
  onClick: () => void;
  disabled?: boolean;
}

/** A button that shows only a picture, 24 px at least. */
export function IconButton({ glyph, label, onClick, disabled }: IconButtonProps): React.ReactElement {
  return (
    <button
      type="button"
      className="jp-WeftIconButton"
      title={label}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Glyph name={glyph} />
    </button>
  );
}
