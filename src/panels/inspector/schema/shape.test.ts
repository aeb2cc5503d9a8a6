import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Binding, Kubernetes } from '../../../pipeline';
import { firstOf, keysOf, type Shape, shapeOf } from './shape';

const settings = Object.entries(Kubernetes.properties);

describe('shapeOf', () => {
  it('reads names that may come from elsewhere, lists, tables and choices', () => {
    const { secretAsVolume, imagePullPolicy, podMetadata, nodeSelector } = Kubernetes.properties;
    const secret = { form: 'bound', own: { form: 'text' } } as const;
    const volume = shapeOf(secretAsVolume);
    expect(volume.form === 'list' && volume.item).toMatchObject({ form: 'record' });
    expect(keysOf(volume)).toEqual(['secretName', 'mountPath', 'optional']);
    expect(shapeOf(secretAsVolume.items.properties.secretName)).toEqual(secret);
    expect(shapeOf(imagePullPolicy)).toMatchObject({
      form: 'choice',
      of: ['Always', 'Never', 'IfNotPresent']
    });
    expect(keysOf(shapeOf(podMetadata))).toEqual(['labels', 'annotations']);
    expect(shapeOf(nodeSelector)).toEqual({ form: 'bound', own: { form: 'table' } });
  });

  it('leaves to JSON what no field fits', () => {
    expect(shapeOf(Type.Unknown())).toEqual({ form: 'json' });
    expect(shapeOf(Type.Union([Type.String(), Type.Number(), Binding]))).toEqual({ form: 'json' });
  });

  it.each(settings)('has a field of its own for all of %s', (_, schema) => {
    const forms = (shape: Shape): string[] => [
      shape.form,
      ...(shape.form === 'record' ? shape.members.flatMap(member => forms(member.shape)) : []),
      ...(shape.form === 'list' ? forms(shape.item) : []),
      ...(shape.form === 'bound' ? forms(shape.own) : [])
    ];
    expect(forms(shapeOf(schema))).not.toContain('json');
  });
});

describe('firstOf', () => {
  it.each(settings)('makes entries of %s that the schema takes', (_, schema) => {
    const shape = shapeOf(schema);
    const entry = shape.form === 'list' ? [firstOf(shape.item)] : firstOf(shape);
    expect(Value.Check(schema, entry)).toBe(true);
  });
});
