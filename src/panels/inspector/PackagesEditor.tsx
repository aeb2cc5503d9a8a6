import React from 'react';
import { pinPackages } from '../../actions';
import { ActionButton } from '../ActionButton';
import type { FieldEditorProps } from './FieldRow';
import { requiredTextCodec } from './drafts';
import { ItemList } from './ItemList';

/** What pip installs when the step starts; the live kernel of the notebook knows the versions. */
export function PackagesEditor({ field, form }: FieldEditorProps): React.ReactElement {
  const { editor, trans } = form;
  const items = (form.get(field.path) ?? []) as readonly string[];
  return (
    <>
      <ItemList
        form={form}
        items={items}
        name={field.label(trans)}
        codec={requiredTextCodec}
        onSave={packages => form.set(field.path, packages.length > 0 ? packages : undefined)}
      />
      <ActionButton editor={editor} action={pinPackages} text={trans.__('Pin versions from the kernel')} />
    </>
  );
}
