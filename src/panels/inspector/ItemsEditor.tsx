import React from 'react';
import { type Binding, bindSetting } from '../../pipeline';
import { BindingSelect } from './BindingSelect';
import { dotted } from './field';
import type { FieldEditorProps } from './FieldRow';

/** What a loop runs over: a list of its own, a parameter, or an output of another node. */
export function ItemsEditor({ field, form }: FieldEditorProps): React.ReactElement {
  const { trans, editor } = form;
  const [id] = form.nodes;
  const bind = (to: Binding | undefined) => form.edit(() => bindSetting(editor.doc, id, field.path, to));
  return (
    <BindingSelect
      form={form}
      node={id}
      name={field.label(trans)}
      wanted={{ port: dotted(field.path), types: ['list'] }}
      binding={form.get(field.path) as Binding | undefined}
      onBind={bind}
      others={[{ value: '', label: trans.__('Nothing yet') }]}
      other=""
      onOther={() => bind(undefined)}
    />
  );
}
