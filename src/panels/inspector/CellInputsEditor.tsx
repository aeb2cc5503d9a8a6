import React from 'react';
import { edgeValue, nameText, pinEdge, type Translation, valueText } from '../../actions';
import type { FlowEdge, FlowPort } from '../../flow';
import { bindInput, type CellInput } from '../../pipeline';
import { ActionButton } from '../ActionButton';
import { Empty } from '../Empty';
import { bindingText } from '../words';
import { AddInputRow } from './AddInputRow';
import { BindingSelect } from './BindingSelect';
import { CodeLines } from './CodeLines';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import type { Form } from './form';
import { LiteralRows } from './LiteralRows';
import { problemsWithin } from './problems-of';
import { TypeSelect } from './TypeSelect';

/** Where a name is written, when no node runs that cell. */
function elsewhere(port: FlowPort | undefined, trans: Translation): string | null {
  return port?.writtenIn && !port.binding
    ? trans.__(
        'Written in cell %1 of %2, which is in no node.',
        port.writtenIn.index + 1,
        port.writtenIn.notebook
      )
    : null;
}

/** The names that cells need, each fed as the code says unless a user decided otherwise. */
export function CellInputsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view } = form;
  const [id] = form.nodes;
  const entry = view.flow.nodes.get(id);
  const ports = entry?.inputs ?? [];
  const decided = (form.get(field.path) ?? {}) as Record<string, CellInput>;
  const names = [...new Set([...ports.map(port => port.name), ...Object.keys(decided)])];
  return (
    <>
      {names.length === 0 && <Empty>{trans.__('The cells need nothing from outside.')}</Empty>}
      {names.map(name => (
        <CellInputRow
          key={name}
          form={form}
          name={name}
          path={[...field.path, name]}
          port={ports.find(port => port.name === name)}
          edge={view.flow.edges.find(edge => edge.target === id && edge.targetPort === name)}
          decision={decided[name]}
          problems={problems}
        />
      ))}
      <AddInputRow form={form} taken={names} />
      {entry && !view.readOnly && <LiteralRows form={form} entry={entry} />}
    </>
  );
}

interface CellInputRowProps {
  form: Form;
  name: string;
  path: readonly string[];
  port: FlowPort | undefined;
  edge: FlowEdge | undefined;
  decision: CellInput | undefined;
  problems: FieldEditorProps['problems'];
}

const BY_CODE = '';
const REMOVED = 'removed';

function CellInputRow(props: CellInputRowProps): React.ReactElement {
  const { form, name, path, port, edge, decision, problems } = props;
  const { trans, view, editor } = form;
  const [id] = form.nodes;
  const why = elsewhere(port, trans);
  const value = edge && edgeValue(view, edge);
  const byCode =
    port?.derived && port.binding
      ? trans.__('As the code says: %1', bindingText(port.binding, view.flow, trans))
      : trans.__('As the code says');
  return (
    <div className="jp-WeftRow" role="group" aria-label={trans.__('Input %1', name)}>
      <div className="jp-WeftRow-line">
        <code className="jp-WeftRow-name">{nameText(name, trans)}</code>
        <TypeSelect
          label={trans.__('Type of %1', name)}
          value={decision?.type}
          automatic={port?.type ?? 'Artifact'}
          onChange={type => form.set([...path, 'type'], type)}
          disabled={view.readOnly}
          trans={trans}
        />
      </div>
      <BindingSelect
        form={form}
        node={id}
        name={name}
        wanted={{ port: name, ...(decision?.type !== undefined && { types: [decision.type] }) }}
        onBind={to => form.edit(() => bindInput(editor.doc, id, name, to))}
        binding={decision?.removed ? undefined : decision?.from}
        literal={view.flow.nodes.get(id)?.literals.find(each => each.name === name)}
        others={[
          { value: BY_CODE, label: byCode },
          { value: REMOVED, label: trans.__('Removed: feed nothing') }
        ]}
        other={decision?.removed ? REMOVED : BY_CODE}
        onOther={choice =>
          choice === REMOVED
            ? form.edit(() => bindInput(editor.doc, id, name, undefined))
            : form.set(path, decision?.type && { type: decision.type })
        }
      />
      {edge?.why && <CodeLines editor={editor} why={edge.why} />}
      {value && <p className="jp-WeftField-hint">{valueText(value, trans)}</p>}
      {why && <p className="jp-WeftField-hint">{why}</p>}
      {!view.readOnly && port?.derived && edge && (
        <ActionButton
          editor={editor}
          action={pinEdge}
          args={{ node: id, input: name }}
          text={trans.__('Pin')}
          about={trans.__('keep this source of %1, whatever becomes of the code', name)}
          link
          always
        />
      )}
      <FieldProblems problems={problemsWithin(problems, path)} trans={trans} />
    </div>
  );
}
