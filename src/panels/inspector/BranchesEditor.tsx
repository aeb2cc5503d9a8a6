import React from 'react';
import { setField } from '../../pipeline';
import { Empty } from '../Empty';
import { conditionText } from '../words';
import { branchesOf } from './branches';
import type { FieldEditorProps } from './FieldRow';
import { ListButtons, moved } from './ListButtons';

/** The branches of a choice in the order in which they are tried; the first whose condition holds runs. */
export function BranchesEditor({ form }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const [id] = form.nodes;
  const branches = branchesOf(view.flow, id);
  const conditions = branches.filter(({ node }) => node.when !== undefined).length;
  if (branches.length === 0) {
    return <Empty>{trans.__('No branches yet. Add them from the palette.')}</Empty>;
  }
  const move = (index: number, by: number) =>
    form.edit(() =>
      moved(branches, index, by).forEach((branch, rank) => setField(editor.doc, branch.id, ['rank'], rank))
    );
  return (
    <ol className="jp-WeftArguments">
      {branches.map(({ id, title, node }, index) => (
        <li key={id} className="jp-WeftRow-line">
          <button
            type="button"
            className="jp-WeftLink jp-WeftRow-name"
            onClick={() => {
              editor.select({ nodes: [id] });
              editor.canvas?.reveal(id);
            }}
          >
            {title}
          </button>
          <span className="jp-WeftField-hint jp-WeftRow-name">
            {conditionText(node.when, view.flow, trans)}
          </span>
          {node.when !== undefined && (
            <ListButtons
              form={form}
              index={index}
              length={conditions}
              what={title}
              onMove={by => move(index, by)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
