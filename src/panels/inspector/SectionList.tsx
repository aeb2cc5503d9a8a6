import React from 'react';
import { Glyph } from '../Glyph';
import type { Section } from './field';
import { FieldRow } from './FieldRow';
import type { Form } from './form';
import { problemsWithin } from './problems-of';

/** Which sections the user opened or shut, kept while other nodes are looked at. */
export interface Folding {
  isOpen(section: Section): boolean | undefined;
  set(section: Section, open: boolean): void;
}

/** Sections of fields, each under a heading that opens and shuts it. */
export function SectionList(props: {
  sections: readonly Section[];
  form: Form;
  folding: Folding;
}): React.ReactElement {
  const { sections, form, folding } = props;
  return (
    <>
      {sections.map(section => {
        const found = section.fields.flatMap(field => problemsWithin(form.problems, field.path));
        const open = folding.isOpen(section) ?? (!section.advanced || found.length > 0);
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
                {section.title(form.trans)}
                {!open && found.length > 0 && (
                  <span className="jp-WeftSection-count">
                    {found.length === 1
                      ? form.trans.__('1 problem')
                      : form.trans.__('%1 problems', found.length)}
                  </span>
                )}
              </button>
            </h3>
            {open && (
              <div className="jp-WeftSection-fields">
                {section.fields.map(field => (
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
