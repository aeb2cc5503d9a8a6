import React from 'react';
import {
  type EditorView,
  formText,
  type GivenValue,
  isPickle,
  type Translation,
  type Wire
} from '../../actions';
import { sizeText } from '../../actions';
import { isCode } from '../../pipeline';
import { Fact } from '../Fact';
import { Glyph } from '../Glyph';

export interface ValueFactsProps {
  value: GivenValue;
  view: EditorView;
  edge: Wire;
  trans: Translation;
}

/** What is known of the value on an edge: its class, its size, and the format in which it is stored. */
export function ValueFacts({ value, view, edge, trans }: ValueFactsProps): React.ReactElement {
  const { form, by, type, bytes, exact, reason } = value;
  const node = view.flow.pipeline.nodes[edge.source];
  const isLive = node !== undefined && isCode(node) && view.kernels.has(node.notebook);
  const size = bytes === undefined ? undefined : sizeText(bytes);
  return (
    <>
      <Fact name={trans.__('Stored')}>
        {form === 'nothing' && <Glyph name="error" />} <span>{formText(value, trans)}</span>
        {isPickle(value) && (
          <span className="jp-WeftEdge-pickle">
            {trans.__('A pickle: it runs code when it is read, and both steps need the same packages.')}
          </span>
        )}
        {reason !== undefined && <span className="jp-WeftEdge-reason">{reason}</span>}
      </Fact>
      {type !== undefined && (
        <Fact name={trans.__('Type')}>
          <code>{type}</code>{' '}
          <span className="jp-WeftField-hint">
            {by === 'kernel' || bytes !== undefined
              ? trans.__('in the live kernel')
              : trans.__('by what makes it')}
          </span>
        </Fact>
      )}
      <Fact name={trans.__('Size')}>
        {size === undefined
          ? isLive
            ? trans.__('not in the kernel: run its cell to learn it')
            : trans.__('unknown: no kernel of the notebook runs')
          : exact === false
            ? trans.__('about %1 in memory', size)
            : trans.__('%1 in memory', size)}
      </Fact>
    </>
  );
}
