import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { plainText as trans } from '../actions';
import { type NodeKind } from '../pipeline';
import { Inspector, Outline, Palette, PoolList, Problems, RunPanel } from './index';
import { dotted } from './inspector/field';
import { NODE_SECTIONS } from './inspector/fields';
import { nodeForm } from './inspector/form';
import { SectionList } from './inspector/SectionList';
import { groupEditor, smallEditor } from './testing/editor';

const OPEN = { isOpen: () => true, set: () => undefined, query: '' };

/** A node of each kind, in one of the two pipelines. */
const KINDS: Record<NodeKind, string> = {
  cells: 'lost',
  notebook: 'book',
  container: 'score',
  importer: 'zeta',
  note: 'memo',
  component: 'raw',
  loop: 'each',
  choice: 'pick',
  branch: 'yes',
  'exit-handler': 'guard',
  pipeline: 'inner'
};

const editorWith = (id: string) =>
  [smallEditor(), groupEditor()].find(editor => editor.view.flow.nodes.has(id)) ?? smallEditor();

describe('Inspector', () => {
  it.each(Object.entries(KINDS) as [NodeKind, string][])('draws every field of a %s node', (kind, id) => {
    const form = nodeForm(editorWith(id), trans, [id]);
    const html = renderToStaticMarkup(
      <SectionList sections={NODE_SECTIONS[kind]} form={form} folding={OPEN} />
    );
    const sections = NODE_SECTIONS[kind].filter(({ when }) => when?.(form) ?? true);
    const fields = sections.flatMap(section => section.fields).filter(({ when }) => when?.(form) ?? true);
    expect(fields.length).toBeGreaterThan(1);
    for (const { path } of fields) {
      expect(html).toContain(`data-field="${dotted(path)}"`);
    }
  });

  it('offers an output of each branch to a one-of output, and shows what was chosen', () => {
    const editor = groupEditor();
    editor.select({ nodes: ['pick'] });
    const html = renderToStaticMarkup(<Inspector editor={editor} trans={trans} />);
    expect(html).toMatch(
      /aria-label="What gives chosen in Yes".*out of Small.*What gives chosen in No.*out of Large/
    );
    expect(html).toContain(
      '<option value="{&quot;node&quot;:&quot;small&quot;,&quot;output&quot;:&quot;out&quot;}" selected="">'
    );
  });

  it('writes what an import kept in words, beside its place', () => {
    const editor = groupEditor();
    const form = nodeForm(editor, trans, ['raw']);
    const html = renderToStaticMarkup(
      <SectionList sections={NODE_SECTIONS.component} form={form} folding={OPEN} />
    );
    expect(html).toContain('task › taskInfo › name');
    expect(html).toContain('Raw! instead of Raw');
  });

  it('ties a problem to the field it is about', () => {
    const editor = smallEditor();
    editor.select({ nodes: ['score'] });
    const problem = editor.view.problems.find(({ node, field }) => node === 'score' && field === 'pool');
    expect(problem).toBeDefined();
    const html = renderToStaticMarkup(<Inspector editor={editor} trans={trans} />);
    const [, described] = /<select[^>]*aria-describedby="([^"]+)"[^>]*aria-invalid="true"/.exec(html) ?? [];
    const shown = html.slice(html.indexOf(`<div id="${described}">`));
    expect(shown.replaceAll('&quot;', '"').replaceAll('&#x27;', "'")).toContain(problem?.message);
  });

  it('shows the pipeline when nothing, and what is common when several nodes are selected', () => {
    const editor = smallEditor();
    expect(renderToStaticMarkup(<Inspector editor={editor} trans={trans} />)).toContain(
      'data-field="parameters"'
    );
    editor.select({ nodes: ['score', 'report', 'memo'] });
    const html = renderToStaticMarkup(<Inspector editor={editor} trans={trans} />);
    expect(html).toContain('3 nodes');
    expect(html).toContain('data-field="pool"');
    expect(html).not.toContain('data-field="image"');
  });

  it('can be read but not written when read-only', () => {
    const editor = smallEditor({ readOnly: true });
    editor.select({ nodes: ['score'] });
    const html = renderToStaticMarkup(<Inspector editor={editor} trans={trans} />);
    const controls = (html.match(/<(input|textarea|select)[^>]*>/g) ?? []).filter(
      tag => !tag.includes('type="search"')
    );
    expect(controls.length).toBeGreaterThan(10);
    expect(controls.filter(tag => !/ (disabled|readonly)=/i.test(tag))).toEqual([]);
    expect(html).not.toContain('aria-label="Remove');
  });
});

describe('panels', () => {
  const editor = smallEditor();

  it('draw a pipeline, its problems and its palette', () => {
    expect(renderToStaticMarkup(<Outline editor={editor} trans={trans} />)).toContain('role="treeitem"');
    expect(renderToStaticMarkup(<Problems editor={editor} trans={trans} />)).toContain('role="option"');
    expect(renderToStaticMarkup(<Palette trans={trans} onAdd={() => undefined} />)).toContain('Importer');
    expect(renderToStaticMarkup(<RunPanel editor={editor} trans={trans} />)).toContain('No run yet');
    expect(renderToStaticMarkup(<PoolList catalog={editor.view.catalog} trans={trans} />)).toContain(
      'No pools'
    );
  });

  it('draw a run with the place of a failure', () => {
    editor.setRun({
      id: 'r',
      pipeline: 'small',
      state: 'failed',
      started: 0,
      ended: 1500,
      steps: new Map([
        [
          'lost',
          {
            node: 'lost',
            state: 'failed',
            log: ['boom'],
            outputs: { loss: 0.5 },
            failure: { notebook: 'lost.ipynb', cell: 'c1', line: 2 }
          }
        ]
      ])
    });
    const html = renderToStaticMarkup(<RunPanel editor={editor} trans={trans} />);
    for (const text of ['Failed', '1.5 s', 'boom', 'loss', 'line 2']) {
      expect(html).toContain(text);
    }
  });
});
