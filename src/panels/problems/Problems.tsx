import React, { useMemo } from 'react';
import { acceptChanges, type Editor, hasManyChanges, type Translation } from '../../actions';
import type { Problem } from '../../checks';
import { ActionButton } from '../ActionButton';
import { Empty } from '../Empty';
import { Glyph } from '../Glyph';
import type { PanelProps } from '../panel';
import { useEditor } from '../use-editor';
import { useRoving } from '../use-roving';
import { drawnNode } from '../words';
import { groupProblems, type ProblemGroup, type ProblemRow, SEVERITIES } from './group';

/** Selects the node of a problem and brings it into view; for the pipeline, selects nothing. */
export function goToProblem(editor: Editor, problem: Problem): void {
  const node = problem.node && drawnNode(editor.view.flow, problem.node);
  editor.select({ nodes: node === undefined ? [] : [node] });
  if (node !== undefined) {
    editor.canvas?.reveal(node);
  }
}

/** What the checks found, worst first; Enter or a click goes to the place. */
export function Problems({ editor, trans }: PanelProps): React.ReactElement {
  const { problems, flow } = useEditor(editor);
  const groups = useMemo(() => groupProblems(problems, flow), [problems, flow]);
  const rows = groups.flatMap(group => group.rows);
  const roving = useRoving(rows.map(row => row.key));

  const onKeyDown = (event: React.KeyboardEvent) => {
    const row = rows.find(row => row.key === roving.active);
    if (!roving.move(event) && row && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      goToProblem(editor, row.problem);
    }
  };

  return (
    <section
      className="jp-WeftPanel jp-WeftProblems"
      aria-label={trans.__('Problems')}
      // In a low section the words scroll, and nothing else in it takes the focus.
      tabIndex={rows.length === 0 ? 0 : undefined}
    >
      <p className="jp-WeftProblems-count" role="status">
        {summary(groups, trans)}
      </p>
      {hasManyChanges(flow) && <ActionButton editor={editor} action={acceptChanges} leaves />}
      {rows.length === 0 ? (
        <Empty>{trans.__('No problems')}</Empty>
      ) : (
        <div
          role="listbox"
          aria-label={trans.__('Problems')}
          className="jp-WeftProblems-list"
          onKeyDown={onKeyDown}
        >
          {groups.map(group => (
            <div key={group.severity} role="group" aria-label={heading(group, trans)}>
              <div className="jp-WeftProblems-heading" aria-hidden="true">
                {heading(group, trans)}
              </div>
              {group.rows.map(row => (
                <Row
                  key={row.key}
                  row={row}
                  trans={trans}
                  selected={row.key === roving.active}
                  roving={roving.item(row.key)}
                  onGo={() => goToProblem(editor, row.problem)}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function Row(props: {
  row: ProblemRow;
  trans: Translation;
  selected: boolean;
  roving: ReturnType<ReturnType<typeof useRoving>['item']>;
  onGo: () => void;
}): React.ReactElement {
  const { row, trans, selected, roving, onGo } = props;
  const { severity, field, message, fix } = row.problem;
  return (
    <div
      {...roving}
      role="option"
      aria-selected={selected}
      className={`jp-WeftProblems-row jp-mod-${severity}`}
      onClick={onGo}
    >
      <Glyph name={severity} />
      <div>
        <div className="jp-WeftProblems-place">
          <span className="jp-sr-only">
            {SEVERITIES.find(entry => entry.severity === severity)?.one(trans)}:{' '}
          </span>
          {row.group !== '' && <span className="jp-WeftProblems-group">{row.group} › </span>}
          <strong>{row.title ?? trans.__('Pipeline')}</strong>
          {field && <code>{field}</code>}
        </div>
        <div className="jp-WeftProblems-message">{message}</div>
        {fix && <div className="jp-WeftProblems-fix">{fix}</div>}
      </div>
    </div>
  );
}

function heading(group: ProblemGroup, trans: Translation): string {
  const words = SEVERITIES.find(entry => entry.severity === group.severity);
  return `${words?.many(trans)} (${group.rows.length})`;
}

/** How many of each, for the eye and for screen readers when it changes. */
function summary(groups: ProblemGroup[], trans: Translation): string {
  return groups.length === 0 ? '' : groups.map(group => heading(group, trans)).join(', ');
}
