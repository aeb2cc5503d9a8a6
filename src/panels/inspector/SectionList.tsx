import React from 'react';
import { Empty } from '../Empty';
import { Glyph } from '../Glyph';
import type { Section } from './field';
import { FieldRow } from './FieldRow';
import type { Form } from './form';
import { problemsWithin } from './problems-of';
import { searchSections } from './search';

/** Which sections the user opened or shut, and what is searched for: kept while other nodes are looked at. */
export interface Folding {
  isOpen(section: Section): boolean | undefined;
  set(section: Section, open: boolean): void;
  query: string;
}

/** Sections of fields, each under a heading that opens and shuts it; a search opens what it finds. */
export function SectionList(props: {
  sections: readonly Section[];
  form: Form;
  folding: Folding;
}): React.ReactElement {
  const { sections, form, folding } = props;
  const { trans } = form;
  const shown = searchSections(sections, folding.query, trans).filter(({ when }) => when?.(form) ?? true);
  const searching = folding.query.trim() !== '';
  return (
    <>
      {shown.length === 0 && <Empty>{trans.__('No setting is called so.')}</Empty>}
      {shown.map(section => {
        const found = section.fields.flatMap(field => problemsWithin(form.problems, field.path));
        const open = searching || (folding.isOpen(section) ?? (!section.advanced || found.length > 0));
        return (
          <section key={section.id} className="jp-WeftSection">
            <h3>
              <button
                type="button"
                className="jp-WeftSection-heading"
                aria-expanded={open}
                onClick={() => folding.set(section, !open)}
              >
                <span className={`jp-WeftSection-toggle ${open ? 'jp-mod-open' : ''}`}>
                  <Glyph name="right" />
                </span>
                {section.title(trans)}
                {!open && <Aside section={section} form={form} problems={found.length} />}
              </button>
            </h3>
            {open && (
              <div className="jp-WeftSection-fields">
                {section.fields
                  .filter(({ when }) => when?.(form) ?? true)
                  .map(field => (
                    <FieldRow key={field.path.join('.')} field={field} form={form} />
                  ))}
              </div>
            )}
          </section>
        );
      })}
    </>
  );
}

/** What a shut section holds: problems, or how many settings were made. */
function Aside(props: { section: Section; form: Form; problems: number }): React.ReactElement | null {
  const { section, form, problems } = props;
  const { trans } = form;
  const made = section.fields.filter(({ path }) => form.get(path) !== undefined).length;
  const words =
    problems > 0
      ? problems === 1
        ? trans.__('1 problem')
        : trans.__('%1 problems', problems)
      : section.advanced && made > 0
        ? trans.__('%1 set', made)
        : '';
  return words === '' ? null : <span className="jp-WeftSection-count">{words}</span>;
}
