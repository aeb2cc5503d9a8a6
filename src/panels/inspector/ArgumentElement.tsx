import React from 'react';
import type { Problem } from '../../checks';
import type { Argument } from '../../pipeline';
import { ArgumentList } from './ArgumentList';
import { branchContent, branchList, type IfPresent, isConcat, isPlaceholder } from './arguments';
import type { Codec } from './drafts';
import { DraftInput } from './DraftInput';
import type { Path } from './field';
import type { Form } from './form';
import { PlaceholderChip } from './PlaceholderChip';
import { portsOf } from './ports-of';
import { Select } from './Select';

/** An element of a command line is kept as typed: blanks may matter, and an empty one is an element too. */
const elementCodec: Codec<string> = {
  format: value => value ?? '',
  parse: text => ({ ok: true, value: text })
};

export interface ArgumentElementProps {
  form: Form;
  element: Argument;
  label: string;
  path: Path;
  problems: readonly Problem[];
  depth: number;
  focus: boolean;
  onSave: (next: Argument) => void;
}

/** One element of a command line: a text, a placeholder, or what holds several. */
export function ArgumentElement(props: ArgumentElementProps): React.ReactElement {
  const { form, element, label, path, problems, depth, focus, onSave } = props;
  const { trans, view } = form;
  if (typeof element === 'string') {
    return (
      <DraftInput
        value={element}
        codec={elementCodec}
        onSave={text => onSave(text ?? '')}
        label={label}
        readOnly={view.readOnly}
        focus={focus}
        trans={trans}
        mono
      />
    );
  }
  if (isPlaceholder(element)) {
    return <PlaceholderChip form={form} element={element} onChange={onSave} />;
  }
  if (isConcat(element)) {
    return (
      <div className="jp-WeftNested" role="group" aria-label={label}>
        <span className="jp-WeftField-hint">{trans.__('Joined to one:')}</span>
        <ArgumentList
          form={form}
          list={element.concat}
          label={trans.__('%1, joined', label)}
          path={[...path, 'concat']}
          problems={problems}
          depth={depth + 1}
          onSave={concat => onSave({ concat } as Argument)}
        />
      </div>
    );
  }
  return <IfPresentElement {...props} element={element as IfPresent} />;
}

function IfPresentElement(
  props: Omit<ArgumentElementProps, 'element'> & { element: IfPresent }
): React.ReactElement {
  const { form, element, label, path, problems, depth, onSave } = props;
  const { trans, view } = form;
  const names = portsOf(form, 'inputs').map(([name]) => name);
  const known = names.includes(element.if) ? names : [...names, element.if];
  const list = (side: 'then' | 'else', name: string) => (
    <ArgumentList
      form={form}
      list={branchList(element[side])}
      label={name}
      path={[...path, side]}
      problems={problems}
      depth={depth + 1}
      single={depth > 0}
      onSave={next => {
        const { else: _else, ...rest } = element;
        const content = branchContent(next, element[side], depth);
        onSave((side === 'else' && next.length === 0 ? rest : { ...element, [side]: content }) as Argument);
      }}
    />
  );
  return (
    <div className="jp-WeftNested" role="group" aria-label={label}>
      <div className="jp-WeftRow-line">
        <span className="jp-WeftField-hint">{trans.__('When given:')}</span>
        <Select
          label={trans.__('Input that decides about %1', label)}
          disabled={view.readOnly}
          value={element.if}
          groups={[{ options: known.map(name => ({ value: name, label: name })) }]}
          onChange={name => onSave({ ...element, if: name } as Argument)}
        />
      </div>
      {list('then', trans.__('%1, when given', label))}
      <span className="jp-WeftField-hint">{trans.__('Otherwise:')}</span>
      {list('else', trans.__('%1, otherwise', label))}
    </div>
  );
}
