import { describe, expect, it } from 'vitest';
import { Kubernetes, NODE_KINDS, type NodeKind, PipelineFile } from '../../pipeline';
import { EDITORS } from './editors';
import { dotted, type Field, type Section } from './field';
import { ELSEWHERE, NODE_SECTIONS, PIPELINE_SECTIONS } from './fields';
import { keysOf, shapeOf } from './schema/shape';
import { WORDS } from './schema/words';

/** As much of a JSON Schema as is needed to find every setting. */
interface Schema {
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  items?: Schema | Schema[];
}

/** Every setting of a schema by its path; inside tables and lists, `*` stands for the name of a row. */
function settings(schema: Schema, path: string[] = []): string[][] {
  const rows = [
    ...Object.values(schema.patternProperties ?? {}),
    ...(schema.items && !Array.isArray(schema.items) ? [schema.items] : [])
  ];
  const inside = [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, value]) => settings(value, [...path, key])),
    ...rows.flatMap(row => (row.properties ? settings(row, [...path, '*']) : []))
  ];
  return inside.length > 0 ? inside : [path];
}

function hasEditor(fields: Field[], setting: string[]): boolean {
  const row = setting.indexOf('*');
  return fields.some(field => {
    if (dotted(field.path) === dotted(setting)) {
      return true;
    }
    const { parts = [] } = EDITORS[field.editor];
    if (parts === 'all') {
      return dotted(setting).startsWith(`${dotted(field.path)}.`);
    }
    return dotted(field.path) === dotted(setting.slice(0, row)) && parts.includes(setting[row + 1]);
  });
}

const fieldsOf = (sections: Section[]): Field[] => sections.flatMap(section => section.fields);

/** Settings that can neither be edited in the inspector nor are known to be made elsewhere. */
function forgotten(schema: Schema, sections: Section[]): string[] {
  return settings(schema)
    .filter(setting => !(setting[0] in ELSEWHERE) && !hasEditor(fieldsOf(sections), setting))
    .map(dotted);
}

describe('fields', () => {
  it.each(Object.keys(NODE_KINDS) as NodeKind[])('every setting of a %s node has an editor', kind => {
    expect(forgotten(NODE_KINDS[kind] as Schema, NODE_SECTIONS[kind])).toEqual([]);
  });

  it('every setting of the pipeline has an editor', () => {
    expect(forgotten(PipelineFile as Schema, PIPELINE_SECTIONS)).toEqual([]);
  });

  it('sees settings inside objects, tables and lists', () => {
    expect(settings(NODE_KINDS.cells as Schema).map(dotted)).toEqual(
      expect.arrayContaining(['retry.maxBackoff', 'inputs.*.pinned', 'cells.*.hash', 'env'])
    );
  });

  it.each(Object.keys(NODE_KINDS) as NodeKind[])('a %s node has no field for a setting it lacks', kind => {
    const known = settings(NODE_KINDS[kind] as Schema).map(dotted);
    const own = fieldsOf(NODE_SECTIONS[kind]).filter(({ editor }) => !EDITORS[editor].elsewhere);
    for (const { path } of own) {
      expect(known.some(name => name === dotted(path) || name.startsWith(`${dotted(path)}.`))).toBe(true);
    }
  });

  it.each(Object.keys(NODE_KINDS) as NodeKind[])('has words for all that schemas of a %s node say', kind => {
    const inside = fieldsOf(NODE_SECTIONS[kind]).flatMap(field =>
      field.schema ? keysOf(shapeOf(field.schema)) : []
    );
    expect(inside.filter(key => !Object.hasOwn(WORDS, key))).toEqual([]);
  });

  it('has no words for what no schema says', () => {
    const inside = new Set(keysOf(shapeOf(Kubernetes)));
    expect(Object.keys(WORDS).filter(key => !inside.has(key))).toEqual([]);
  });

  it('has each section once per kind, so that folding one does not fold another', () => {
    for (const sections of Object.values(NODE_SECTIONS)) {
      const ids = sections.map(section => section.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
