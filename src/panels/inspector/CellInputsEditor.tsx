import React from 'react';
import type { Translation } from '../../actions';
import type { FlowEdge, FlowPort } from '../../flow';
import { bindInput, type CellInput } from '../../pipeline';
import { Empty } from '../Empty';
import { bindingText } from '../words';
import { BindingSelect } from './BindingSelect';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import type { Form } from './form';
import { problemsWithin } from './problems-of';
import { TypeSelect } from './TypeSelect';

/** Why an input has what it has: the lines of code behind it. */
function reason(port: FlowPort | undefined, edge: FlowEdge | undefined, trans: Translation): string | null {
  if (edge?.why) {
    const { write, read } = edge.why;
    return trans.__(
      'Written in cell %1, line %2; read in cell %3, line %4.',
      write.cell + 1,
      write.line,
      read.cell + 1,
      read.line
    );
  }
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
  const ports = view.flow.nodes.get(id)?.inputs ?? [];
  const decided = (form.get(field.path) ?? {}) as Record<string, CellInput>;
  const names = [...new Set([...ports.map(port => port.name), ...Object.keys(decided)])];
  if (names.length === 0) {
    return <Empty>{trans.__('The cells need nothing from outside.')}</Empty>;
  }
  return (
    <>
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
  const why = reason(port, edge, trans);
  const byCode =
    port?.derived && port.binding
      ? trans.__('As the code says: %1', bindingText(port.binding, view.flow, trans))
      : trans.__('As the code says');
  return (
    <div className="jp-WeftRow" role="group" aria-label={trans.__('Input %1', name)}>
      <div className="jp-WeftRow-line">
        <code className="jp-WeftRow-name">{name}</code>
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
      {why && <p className="jp-WeftField-hint">{why}</p>}
      <FieldProblems problems={problemsWithin(problems, path)} trans={trans} />
    </div>
  );
}
