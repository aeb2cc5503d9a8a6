import React from 'react';
import type { Translation } from '../../actions';
import type { FlowNode } from '../../flow';
import { isKnown, type NodeKind } from '../../pipeline';
import { Glyph } from '../Glyph';
import type { Section } from './field';
import { FieldProblems } from './FieldProblems';
import { NODE_SECTIONS, OPAQUE_SECTIONS } from './fields';
import type { Form } from './form';
import { PeersHere } from './PeersAt';
import { problemsApart } from './problems-of';
import { type Folding, SectionList } from './SectionList';

const KIND_NAMES: Record<NodeKind, (trans: Translation) => string> = {
  cells: trans => trans.__('Cells'),
  notebook: trans => trans.__('Notebook'),
  container: trans => trans.__('Container'),
  importer: trans => trans.__('Importer'),
  component: trans => trans.__('Component'),
  note: trans => trans.__('Note'),
  loop: trans => trans.__('Loop'),
  choice: trans => trans.__('Choice'),
  branch: trans => trans.__('Branch'),
  'exit-handler': trans => trans.__('Exit handler'),
  pipeline: trans => trans.__('Sub-pipeline')
};

function sectionsOf({ node }: FlowNode): Section[] {
  return isKnown(node) ? NODE_SECTIONS[node.kind] : OPAQUE_SECTIONS;
}

/** The settings of one node. */
export function NodeForm(props: { entry: FlowNode; form: Form; folding: Folding }): React.ReactElement {
  const { entry, form, folding } = props;
  const { trans } = form;
  const sections = sectionsOf(entry);
  const paths = sections.flatMap(section => section.fields.map(field => field.path));
  const { node } = entry;
  const kind = isKnown(node)
    ? KIND_NAMES[node.kind](trans)
    : trans.__('Kind “%1”, unknown to this version', node.kind);
  return (
    <>
      <header className="jp-WeftInspector-header">
        <Glyph name={isKnown(node) ? node.kind : 'opaque'} />
        <h2>{entry.title}</h2>
        <span>{kind}</span>
      </header>
      <PeersHere form={form} />
      <FieldProblems problems={problemsApart(form.problems, paths)} trans={trans} />
      <SectionList sections={sections} form={form} folding={folding} />
    </>
  );
}
