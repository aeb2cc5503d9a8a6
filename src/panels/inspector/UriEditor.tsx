import React from 'react';
import { type Binding, bindSetting, type ImporterNode } from '../../pipeline';
import { BindingSelect } from './BindingSelect';
import { requiredTextCodec } from './drafts';
import { DraftInput } from './DraftInput';
import { dotted } from './field';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import { problemsWithin } from './problems-of';

const TEXT = 'text';

/** Where an artifact lies: written here, or given by a parameter, an output, or a group around. */
export function UriEditor({ field, form, problems, describedBy }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const [id] = form.nodes;
  const uri = form.get(field.path) as ImporterNode['uri'];
  const bound: Binding | undefined = typeof uri === 'object' ? uri : undefined;
  const label = field.label(trans);
  return (
    <>
      <div className="jp-WeftRow-line">
        <BindingSelect
          form={form}
          node={id}
          name={label}
          wanted={{ port: dotted(field.path), types: ['string'] }}
          binding={bound}
          onBind={to => form.edit(() => bindSetting(editor.doc, id, field.path, to))}
          others={[{ value: TEXT, label: trans.__('Written here') }]}
          other={TEXT}
          onOther={() => form.set(field.path, '')}
          constants={false}
        />
        {typeof uri !== 'object' && (
          <DraftInput
            value={uri}
            codec={requiredTextCodec}
            onSave={text => form.set(field.path, text ?? '')}
            label={label}
            placeholder={field.example}
            describedBy={describedBy}
            readOnly={view.readOnly}
            trans={trans}
            mono
          />
        )}
      </div>
      <FieldProblems problems={problemsWithin(problems, [...field.path, 'parameter'])} trans={trans} />
    </>
  );
}
