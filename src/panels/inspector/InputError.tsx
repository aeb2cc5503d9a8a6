import React from 'react';
import { Glyph } from '../Glyph';

/** Why a typed text cannot be taken; read out when it appears. */
export function InputError(props: { id: string; children: string }): React.ReactElement {
  return (
    <span id={props.id} role="alert" className="jp-WeftProblem jp-WeftInput-error jp-mod-error">
      <Glyph name="error" />
      <span>{props.children}</span>
    </span>
  );
}
