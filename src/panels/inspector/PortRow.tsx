import React from 'react';
import type { Problem } from '../../checks';
import type { PortType } from '../../pipeline';
import { IconButton } from '../IconButton';
import { textCodec } from './drafts';
import { DraftInput } from './DraftInput';
import { FieldProblems } from './FieldProblems';
import type { Form } from './form';
import { nameCodec, type NameRule } from './names';
import { PORT_WORDS, type PortKind } from './port-words';
import { type TypeFamily, TypeSelect } from './TypeSelect';

export interface PortRowProps {
  form: Form;
  kind: PortKind;
  name: string;
  rule: NameRule;
  /** Absent where the name is fixed. */
  onRename?: (to: string) => void;
  type: PortType;
  families?: readonly TypeFamily[];
  onType: (type: PortType | undefined) => void;
  onRemove: () => void;
  description: string | undefined;
  onDescription: (text: string | undefined) => void;
  problems: readonly Problem[];
  /** What stands between the name and the description, such as what feeds an input. */
  children?: React.ReactNode;
  /** What stands on the line of the description, before it. */
  aside?: React.ReactNode;
}

/** An input, output or parameter: its name, its type, and what else it has. */
export function PortRow(props: PortRowProps): React.ReactElement {
  const { form, kind, name, rule, onRename, type, families, description } = props;
  const { trans, view } = form;
  const { readOnly } = view;
  const words = PORT_WORDS[kind];
  return (
    <div className="jp-WeftRow" role="group" aria-label={words.port(trans, name)}>
      <div className="jp-WeftRow-line">
        <DraftInput
          value={name}
          codec={nameCodec(rule)}
          onSave={to => to && onRename?.(to)}
          label={words.name(trans, name)}
          readOnly={readOnly || onRename === undefined}
          trans={trans}
          mono
        />
        <TypeSelect
          label={trans.__('Type of %1', name)}
          families={families}
          value={type}
          onChange={props.onType}
          disabled={readOnly}
          trans={trans}
        />
        {!readOnly && (
          <IconButton glyph="remove" label={words.remove(trans, name)} onClick={props.onRemove} />
        )}
      </div>
      {props.children}
      <div className="jp-WeftRow-line">
        {props.aside}
        <DraftInput
          value={description}
          codec={textCodec}
          onSave={props.onDescription}
          label={trans.__('Description of %1', name)}
          placeholder={trans.__('Description')}
          readOnly={readOnly}
          trans={trans}
        />
      </div>
      <FieldProblems problems={props.problems} trans={trans} />
    </div>
  );
}
