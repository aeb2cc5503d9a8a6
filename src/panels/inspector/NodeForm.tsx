import React from 'react';
import type { Translate } from '../../actions';
import type { FlowNode } from '../../flow';
import { isKnown, type NodeKind } from '../../pipeline';
import { Glyph } from '../Glyph';
import type { Section } from './field';
import { FieldProblems } from './FieldProblems';
import { NODE_SECTIONS, OPAQUE_SECTIONS } from './fields';
import type { Form } from './form';
import { problemsApart } from './problemsOf';
import { type Folding, SectionList } from './SectionList';

const KIND_NAMES: Record<NodeKind, (t: Translate) => string> = {
  cells: t => t('Cells'),
  container: t => t('Container'),
  importer: t => t('Importer'),
  note: t => t('Note')
};

function sectionsOf({ node }: FlowNode): Section[] {
  return isKnown(node) ? NODE_SECTIONS[node.kind] : OPAQUE_SECTIONS;
}

/** The settings of one node. */
export function NodeForm(props: { entry: FlowNode; form: Form; folding: Folding }): React.ReactElement {
  const { entry, form, folding } = props;
  const { trans: t } = form;
  const sections = sectionsOf(entry);
  const paths = sections.flatMap(section => section.fields.map(field => field.path));
  const { node } = entry;
  const kind = isKnown(node) ? KIND_NAMES[node.kind](t) : t('Kind “%1”, unknown to this version', node.kind);
  return (
    <>
      <header className="jp-WeftInspector-header">
        <Glyph name={isKnown(node) ? node.kind : 'opaque'} />
        <h2>{entry.title}</h2>
        <span>{kind}</span>
      </header>
      <FieldProblems problems={problemsApart(form.problems, paths)} trans={t} />
      <SectionList sections={sections} form={form} folding={folding} />
    </>
  );
}
