import type { Translation } from '../../actions';
import type { Field, Section } from './field';
import { keysOf, shapeOf } from './schema/shape';
import { WORDS } from './schema/words';

/** Everything a field says: its label, its hint, and the words of what is inside. */
function wordsOf(field: Field, trans: Translation): string {
  const inside = field.schema ? keysOf(shapeOf(field.schema)) : [];
  return [
    field.label(trans),
    field.hint?.(trans) ?? '',
    field.path.join('.'),
    ...inside.map(key => `${key} ${WORDS[key]?.label(trans) ?? ''}`)
  ].join(' ');
}

/**
 * The sections in which every word of a query is found, with only the fields that say it; a section whose title
 * does keeps all its fields. An empty query finds everything.
 */
export function searchSections(sections: readonly Section[], query: string, trans: Translation): Section[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const says = (text: string) => words.every(word => text.toLowerCase().includes(word));
  return sections.flatMap(section => {
    const title = section.title(trans);
    const fields = says(title)
      ? section.fields
      : section.fields.filter(field => says(`${title} ${wordsOf(field, trans)}`));
    return fields.length > 0 ? [{ ...section, fields }] : [];
  });
}
