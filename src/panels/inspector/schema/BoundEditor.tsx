import React from 'react';
import { isBinding, type PortType } from '../../../pipeline';
import { BindingSelect } from '../BindingSelect';
import { firstOf, type Shape } from './shape';
import { ShapeEditor, type ShapeEditorProps } from './ShapeEditor';
import { dotted } from '../field';

type BoundShape = Extract<Shape, { form: 'bound' }>;

const HERE = 'here';

/** What may come from elsewhere: names are texts, everything else is a JSON object. */
const typesOf = (own: Shape): PortType[] => (own.form === 'text' ? ['string'] : ['object', 'list', 'string']);

/** A setting that is written here, or taken from a parameter or an output when the pipeline runs. */
export function BoundEditor(props: ShapeEditorProps<BoundShape>): React.ReactElement {
  const { form, shape, value, path, name, onChange } = props;
  const { trans } = form;
  const [node] = form.nodes;
  const bound = isBinding(value) ? value : undefined;
  return (
    <div className="jp-WeftBound">
      <BindingSelect
        form={form}
        node={node}
        name={name}
        wanted={{ port: dotted(path), types: typesOf(shape.own) }}
        binding={bound}
        onBind={onChange}
        others={[{ value: HERE, label: trans.__('Written here') }]}
        other={HERE}
        onOther={() => onChange(props.required ? firstOf(shape.own) : undefined)}
        constants={false}
      />
      {bound === undefined && <ShapeEditor {...props} shape={shape.own} />}
    </div>
  );
}
