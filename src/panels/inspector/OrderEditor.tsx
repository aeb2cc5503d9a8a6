import React from 'react';
import { addOrder, removeOrder } from '../../pipeline';
import { IconButton } from '../IconButton';
import { waitsFor } from './bindings';
import type { FieldEditorProps } from './FieldRow';
import { Select } from './Select';

/** The nodes that must end before this one, apart from those it gets data of. */
export function OrderEditor({ field, form }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const { flow, readOnly } = view;
  const [id] = form.nodes;
  const after = (form.get(field.path) ?? []) as string[];
  const title = (node: string) => flow.nodes.get(node)?.title ?? node;
  const waits = waitsFor(flow, id);
  const choices = flow.order.filter(
    node => !waits(node) && flow.nodes.get(node)?.fileOf === undefined && !after.includes(node)
  );
  return (
    <>
      {after.map(node => (
        <div key={node} className="jp-WeftRow-line">
          <span className="jp-WeftRow-name">{title(node)}</span>
          {!readOnly && (
            <IconButton
              glyph="remove"
              label={trans.__('No longer after %1', title(node))}
              onClick={() => form.edit(() => removeOrder(editor.doc, node, id))}
            />
          )}
        </div>
      ))}
      {!readOnly && choices.length > 0 && (
        <Select
          label={trans.__('Run after another node')}
          value=""
          groups={[
            { options: [{ value: '', label: trans.__('Add a node…') }] },
            { options: choices.map(node => ({ value: node, label: title(node) })) }
          ]}
          onChange={node => node && form.edit(() => addOrder(editor.doc, node, id))}
        />
      )}
    </>
  );
}
