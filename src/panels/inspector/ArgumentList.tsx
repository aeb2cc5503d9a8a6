import React, { useState } from 'react';
import type { Problem } from '../../checks';
import type { Argument } from '../../pipeline';
import { Glyph } from '../Glyph';
import { ArgumentElement } from './ArgumentElement';
import { DEEPEST, type Placeholder } from './arguments';
import type { Path } from './field';
import { FieldProblems } from './FieldProblems';
import type { Form } from './form';
import { ListButtons, moved } from './ListButtons';
import { portsOf } from './ports-of';
import { problemsWithin } from './problems-of';
import { Select } from './Select';

export interface ArgumentListProps {
  form: Form;
  list: readonly Argument[];
  label: string;
  path: Path;
  problems: readonly Problem[];
  /** How deep the list is nested in others. */
  depth: number;
  /** Only one element may stand here. */
  single?: boolean;
  onSave: (list: Argument[]) => void;
}

/** Elements of a command line, with a line below to add more. */
export function ArgumentList(props: ArgumentListProps): React.ReactElement {
  const { form, list, label, path, problems, depth, single = false, onSave } = props;
  const { trans, view } = form;
  const [added, setAdded] = useState(-1);
  const add = (element: Argument) => {
    setAdded(list.length);
    onSave([...list, element]);
  };
  return (
    <>
      {list.length > 0 && (
        <ol className="jp-WeftArguments">
          {list.map((element, index) => (
            <li key={index}>
              <div className="jp-WeftRow-line">
                <ArgumentElement
                  form={form}
                  element={element}
                  label={trans.__('%1, element %2', label, index + 1)}
                  path={[...path, String(index)]}
                  problems={problems}
                  depth={depth}
                  focus={index === added}
                  onSave={next => onSave(list.toSpliced(index, 1, next))}
                />
                <ListButtons
                  form={form}
                  index={index}
                  length={list.length}
                  what={trans.__('element %1 of %2', index + 1, label)}
                  onMove={by => onSave(moved(list, index, by))}
                  onRemove={() => onSave(list.toSpliced(index, 1))}
                />
              </div>
              <FieldProblems problems={problemsWithin(problems, [...path, String(index)])} trans={trans} />
            </li>
          ))}
        </ol>
      )}
      {!view.readOnly && !(single && list.length > 0) && (
        <AddElement form={form} label={label} depth={depth} onAdd={add} />
      )}
    </>
  );
}

const CONCAT = 'concat';
const IF = 'if';

/** The last line of a command line: what can be added to it. */
function AddElement(props: {
  form: Form;
  label: string;
  depth: number;
  onAdd: (element: Argument) => void;
}): React.ReactElement {
  const { form, label, depth, onAdd } = props;
  const { trans } = form;
  const inputs = portsOf(form, 'inputs');
  const outputs = portsOf(form, 'outputs');
  const [first] = inputs;
  const nested = depth < DEEPEST;
  const make: Record<string, () => Argument> = {
    [CONCAT]: () => ({ concat: [''] }),
    [IF]: () => ({ if: first[0], then: '' })
  };
  return (
    <div className="jp-WeftRow-line">
      <button
        type="button"
        className="jp-WeftButton"
        aria-label={trans.__('Add text to %1', label)}
        onClick={() => onAdd('')}
      >
        <Glyph name="add" /> {trans.__('Text')}
      </button>
      {(nested || inputs.length + outputs.length > 0) && (
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
            },
            {
              label: trans.__('Several'),
              options: [
                ...(nested ? [{ value: CONCAT, label: trans.__('Several joined to one (Concat)') }] : []),
                ...(nested && first
                  ? [{ value: IF, label: trans.__('Only when an input is given (IfPresent)') }]
                  : [])
              ]
            }
          ].filter(({ options }) => options.length > 0)}
          onChange={chosen => chosen && onAdd(make[chosen]?.() ?? (JSON.parse(chosen) as Placeholder))}
        />
      )}
    </div>
  );
}
