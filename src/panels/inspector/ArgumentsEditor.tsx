import React, { useState } from 'react';
import { type Argument, isParameterType, type PortType } from '../../pipeline';
import { Glyph } from '../Glyph';
import { IconButton } from '../IconButton';
import { argumentAs, argumentForms, isPlaceholder, type Placeholder } from './arguments';
import { type Codec } from './drafts';
import { DraftInput } from './DraftInput';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import type { Form } from './form';
import { problemsWithin } from './problems-of';
import { Select } from './Select';

/** An element of a command line is kept as typed: blanks may matter, and an empty one is an element too. */
const elementCodec: Codec<string> = {
  format: value => value ?? '',
  parse: text => ({ ok: true, value: text })
};

/** Names and types of the ports that a placeholder can stand for. */
function portsOf(form: Form, side: 'inputs' | 'outputs'): [string, PortType][] {
  const ports = (form.get([side]) ?? {}) as Record<string, { type: PortType }>;
  return Object.entries(ports).map(([name, { type }]) => [name, type]);
}

/** A command line, element by element: texts, and placeholders that stand for inputs and outputs. */
export function ArgumentsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view } = form;
  const { readOnly } = view;
  const list = (form.get(field.path) ?? []) as Argument[];
  const label = field.label(trans);
  const [added, setAdded] = useState(-1);
  const save = (next: Argument[]) => form.set(field.path, next.length > 0 ? next : undefined);
  const replace = (index: number, ...elements: Argument[]) => save(list.toSpliced(index, 1, ...elements));
  const move = (index: number, by: number) =>
    save(list.toSpliced(index, 1).toSpliced(index + by, 0, list[index]));
  const add = (element: Argument) => {
    setAdded(list.length);
    save([...list, element]);
  };
  const inputs = portsOf(form, 'inputs');
  const outputs = portsOf(form, 'outputs');
  return (
    <>
      <ol className="jp-WeftArguments">
        {list.map((element, index) => (
          <li key={index}>
            <div className="jp-WeftRow-line">
              {typeof element === 'string' ? (
                <DraftInput
                  value={element}
                  codec={elementCodec}
                  onSave={text => replace(index, text ?? '')}
                  label={trans.__('%1, element %2', label, index + 1)}
                  readOnly={readOnly}
                  focus={index === added}
                  trans={trans}
                  mono
                />
              ) : !isPlaceholder(element) ? (
                <code className="jp-WeftRow-name">{JSON.stringify(element)}</code>
              ) : (
                <PlaceholderChip
                  element={element}
                  type={new Map('input' in element ? inputs : outputs).get(portName(element))}
                  form={form}
                  onChange={next => replace(index, next)}
                />
              )}
              {!readOnly && (
                <>
                  <IconButton
                    glyph="up"
                    label={trans.__('Move element %1 of %2 up', index + 1, label)}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <IconButton
                    glyph="down"
                    label={trans.__('Move element %1 of %2 down', index + 1, label)}
                    disabled={index === list.length - 1}
                    onClick={() => move(index, 1)}
                  />
                  <IconButton
                    glyph="remove"
                    label={trans.__('Remove element %1 of %2', index + 1, label)}
                    onClick={() => replace(index)}
                  />
                </>
              )}
            </div>
            <FieldProblems
              problems={problemsWithin(problems, [...field.path, String(index)])}
              trans={trans}
            />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <div className="jp-WeftRow-line">
          <button
            type="button"
            className="jp-WeftButton"
            aria-label={trans.__('Add text to %1', label)}
            onClick={() => add('')}
          >
            <Glyph name="add" /> {trans.__('Text')}
          </button>
          {inputs.length + outputs.length > 0 && (
            <Select
              label={trans.__('Add a placeholder to %1', label)}
              value=""
              groups={[
                { options: [{ value: '', label: trans.__('Placeholder…') }] },
                {
                  label: trans.__('Inputs'),
                  options: inputs.map(([input]) => ({ value: JSON.stringify({ input }), label: input }))
                },
                {
                  label: trans.__('Outputs'),
                  options: outputs.map(([output]) => ({ value: JSON.stringify({ output }), label: output }))
                }
              ].filter(({ options }) => options.length > 0)}
              onChange={chosen => chosen && add(JSON.parse(chosen) as Placeholder)}
            />
          )}
        </div>
      )}
    </>
  );
}

const portName = (element: Placeholder): string => ('input' in element ? element.input : element.output);

/** A placeholder: the port it stands for, and whether its value, path or URI is put in. */
function PlaceholderChip(props: {
  element: Placeholder;
  type: PortType | undefined;
  form: Form;
  onChange: (next: Argument) => void;
}): React.ReactElement {
  const { element, type, form, onChange } = props;
  const { trans, view } = form;
  const input = 'input' in element;
  const name = portName(element);
  const usual = input && type !== undefined && isParameterType(type) ? trans.__('value') : trans.__('path');
  const words: Record<string, string> = {
    value: trans.__('value'),
    path: trans.__('path'),
    uri: trans.__('URI')
  };
  return (
    <span className={`jp-WeftChip ${type === undefined ? 'jp-mod-error' : ''}`}>
      <Glyph name={type === undefined ? 'error' : input ? 'input' : 'output'} />
      <span className="jp-WeftChip-name">
        <span className="jp-sr-only">{input ? trans.__('Input') : trans.__('Output')} </span>
        {name}
        {type === undefined && <> {trans.__('(no such port)')}</>}
      </span>
      <Select
        label={trans.__('What is put in for %1', name)}
        disabled={view.readOnly}
        value={element.as ?? ''}
        groups={[
          {
            options: [
              { value: '', label: trans.__('auto (%1)', usual) },
              ...argumentForms(element).map(form => ({ value: form, label: words[form] }))
            ]
          }
        ]}
        onChange={chosen => onChange(argumentAs(element, chosen))}
      />
    </span>
  );
}
