import React, { useState } from 'react';
import { type Editor, type EditorView, type Translation, wires } from '../../actions';
import { isStep } from '../../pipeline';
import { Empty } from '../Empty';
import { Glyph } from '../Glyph';
import type { PanelProps } from '../panel';
import { useEditor } from '../use-editor';
import { EdgeForm } from './EdgeForm';
import { FieldProblems } from './FieldProblems';
import { PIPELINE_SECTIONS, STEP_SECTIONS } from './fields';
import { nodeForm } from './form';
import { NodeForm } from './NodeForm';
import { PeersHere } from './PeersAt';
import { pipelineForm } from './pipeline-form';
import { problemsApart } from './problems-of';
import { SearchBox } from './SearchBox';
import { type Folding, SectionList } from './SectionList';
import { openNode, useShownField } from './use-shown-field';

/**
 * The settings of what is selected: a node, what several steps have in common, edges, or the pipeline itself.
 * Forms are keyed by what they edit, so that a half-typed text never lands in another node.
 */
export function Inspector({ editor, trans }: PanelProps): React.ReactElement {
  const view = useEditor(editor);
  const [folded, setFolded] = useState<Readonly<Record<string, boolean>>>({});
  const [query, setQuery] = useState('');
  const folding: Folding = {
    query,
    isOpen: section => folded[section.id],
    set: (section, open) => setFolded(before => ({ ...before, [section.id]: open }))
  };
  const selected = [...view.selection.nodes].flatMap(id => view.flow.nodes.get(id) ?? []);
  const edges =
    selected.length === 0 ? wires(view.flow).filter(({ id }) => view.selection.edges.has(id)) : [];
  const shared = { editor, view, trans, folding };
  const shown = useShownField(
    editor,
    openNode(
      selected.map(({ id }) => id),
      edges.length
    )
  );
  return (
    <section className="jp-WeftPanel jp-WeftInspector" aria-label={trans.__('Inspector')} {...shown}>
      {view.readOnly && (
        <p className="jp-WeftProblem jp-mod-info">
          <Glyph name="info" />
          <span>{readOnlyText(editor, trans)}</span>
        </p>
      )}
      <SearchBox value={query} onChange={setQuery} trans={trans} />
      {selected.length === 0 && edges.length > 0 && (
        <EdgeForm editor={editor} view={view} trans={trans} edges={edges} />
      )}
      {selected.length === 0 && edges.length === 0 && <PipelineForm key="pipeline" {...shared} />}
      {selected.length === 1 && (
        <NodeForm
          key={selected[0].id}
          entry={selected[0]}
          form={nodeForm(editor, trans, [selected[0].id])}
          folding={folding}
        />
      )}
      {selected.length > 1 && (
        <ManyForm
          key={selected.map(({ id }) => id).join(' ')}
          count={selected.length}
          steps={selected.filter(({ node }) => isStep(node)).map(({ id }) => id)}
          {...shared}
        />
      )}
    </section>
  );
}

function readOnlyText({ session }: Editor, trans: Translation): string {
  switch (session?.state.role) {
    case 'viewer':
      return trans.__('You may look at this pipeline, not change it.');
    case 'commenter':
      return trans.__('You may look at this pipeline and comment on it, not change it.');
    default:
      return trans.__('Read-only: settings can be looked at, not changed.');
  }
}

interface FormProps {
  editor: Editor;
  view: EditorView;
  trans: Translation;
  folding: Folding;
}

function PipelineForm({ editor, view, trans, folding }: FormProps): React.ReactElement {
  const form = pipelineForm(editor, trans);
  const paths = PIPELINE_SECTIONS.flatMap(section => section.fields.map(field => field.path));
  return (
    <>
      <header className="jp-WeftInspector-header">
        <h2>{view.flow.pipeline.name}</h2>
        <span>{trans.__('Pipeline')}</span>
      </header>
      <PeersHere form={form} />
      <FieldProblems problems={problemsApart(form.problems, paths)} trans={trans} />
      <SectionList sections={PIPELINE_SECTIONS} form={form} folding={folding} />
    </>
  );
}

/** What several steps have in common; a change goes to all of them as one undo step. */
function ManyForm(props: FormProps & { count: number; steps: string[] }): React.ReactElement {
  const { editor, trans, folding, count, steps } = props;
  return (
    <>
      <header className="jp-WeftInspector-header">
        <h2>{trans.__('%1 nodes', count)}</h2>
        {steps.length < count && steps.length > 0 && (
          <span>{trans.__('%1 of them steps', steps.length)}</span>
        )}
      </header>
      {steps.length === 0 ? (
        <Empty>{trans.__('These nodes have no settings in common.')}</Empty>
      ) : (
        <SectionList
          sections={STEP_SECTIONS.filter(section => section.common)}
          form={nodeForm(editor, trans, steps)}
          folding={folding}
        />
      )}
    </>
  );
}
