import React, { useId, useState } from 'react';
import { addInput, type Translation } from '../../actions';
import type { Flow } from '../../flow';
import type { Binding } from '../../pipeline';
import { IconButton } from '../IconButton';
import { bindingText } from '../words';
import { bindingKey, bindingOf, waitsFor } from './bindings';
import type { Form } from './form';
import { InputError } from './InputError';
import { nameCodec, VARIABLE_NAME } from './names';
import { type OptionGroup, Select } from './Select';

/** Feeds the cells of a node a name that their code does not show to need: its name and what feeds it. */
export function AddInputRow({
  form,
  taken
}: {
  form: Form;
  taken: readonly string[];
}): React.ReactElement | null {
  const { trans, view, editor } = form;
  const [id] = form.nodes;
  const [name, setName] = useState('');
  const [from, setFrom] = useState('');
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const groups = sourcesFor(view.flow, id, trans);
  if (view.readOnly || groups.length === 0) {
    return null;
  }
  const add = () => {
    const parsed = nameCodec({ pattern: VARIABLE_NAME, taken }).parse(name, trans);
    if (!parsed.ok || parsed.value === undefined || from === '') {
      setError(parsed.ok ? trans.__('Give a name and what feeds it.') : parsed.message);
      return;
    }
    void addInput.do(editor, { node: id, name: parsed.value, from: bindingOf(from) });
    setName('');
    setFrom('');
  };
  return (
    <div className="jp-WeftRow-line" role="group" aria-label={trans.__('Add an input')}>
      <input
        type="text"
        className="jp-WeftInput jp-mod-mono"
        data-lm-suppress-shortcuts
        spellCheck={false}
        aria-label={trans.__('Name of a new input')}
        aria-invalid={error !== null}
        aria-describedby={error !== null ? errorId : undefined}
        placeholder={trans.__('Add an input')}
        value={name}
        onChange={event => {
          setName(event.target.value);
          setError(null);
        }}
      />
      <Select
        label={trans.__('What feeds the new input')}
        value={from}
        groups={[{ options: [{ value: '', label: trans.__('What feeds it…') }] }, ...groups]}
        onChange={chosen => {
          setFrom(chosen);
          setError(null);
        }}
      />
      <IconButton glyph="add" label={trans.__('Add this input')} onClick={add} />
      {error !== null && <InputError id={errorId}>{error}</InputError>}
    </div>
  );
}

/** Everything that may feed a node: outputs and names of the nodes before it, and parameters. */
function sourcesFor(flow: Flow, id: string, trans: Translation): OptionGroup[] {
  const waits = waitsFor(flow, id);
  const option = (binding: Binding) => ({
    value: bindingKey(binding),
    label: bindingText(binding, flow, trans)
  });
  const nodes = flow.order
    .flatMap(other => (waits(other) ? [] : (flow.nodes.get(other) ?? [])))
    .filter(({ fileOf }) => fileOf === undefined)
    .map(({ id: node, title, outputs, offers }) => ({
      label: title,
      options: [...new Set([...outputs.map(({ name }) => name), ...offers])].map(output =>
        option({ node, output })
      )
    }));
  const parameters = Object.keys(flow.pipeline.parameters).map(parameter => option({ parameter }));
  return [...nodes, { label: trans.__('Parameters'), options: parameters }].filter(
    ({ options }) => options.length > 0
  );
}
