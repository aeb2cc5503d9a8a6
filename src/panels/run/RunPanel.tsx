import React, { useEffect, useState } from 'react';
import type { Editor, EditorView, Translation } from '../../actions';
import type { Run, RunState, StepRun } from '../../runs';
import { Empty } from '../Empty';
import { Glyph } from '../Glyph';
import { graphOrder } from '../outline/tree';
import type { PanelProps } from '../panel';
import { useEditor } from '../use-editor';
import { useRoving } from '../use-roving';
import { drawnNode, groupPath } from '../words';
import { StepDetail } from './StepDetail';
import { glyphOf, RUN_STATES } from './states';
import { duration } from './text';

/** Steps in the order in which they run; steps of nodes that are gone come last. */
function stepsInOrder(run: Run, { flow }: EditorView): StepRun[] {
  const known = graphOrder(flow).flatMap(({ id }) => run.steps.get(id) ?? []);
  return [...known, ...[...run.steps.values()].filter(({ node }) => !flow.nodes.has(node))];
}

/** The current run: its steps, what they printed and gave, and where one failed. */
export function RunPanel({ editor, trans }: PanelProps): React.ReactElement {
  const view = useEditor(editor);
  const { run } = view;
  return (
    <section className="jp-WeftPanel jp-WeftRun" aria-label={trans.__('Run')}>
      {run ? (
        <RunView editor={editor} view={view} run={run} trans={trans} />
      ) : (
        <Empty>{trans.__('No run yet. Run the pipeline to see its steps here.')}</Empty>
      )}
    </section>
  );
}

/** The present time, once a second while something runs. */
function useNow(ticking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!ticking) {
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}

function RunView(props: {
  editor: Editor;
  view: EditorView;
  run: Run;
  trans: Translation;
}): React.ReactElement {
  const { editor, view, run, trans } = props;
  const active = run.state === 'running' || run.state === 'waiting';
  const now = useNow(active);
  const steps = stepsInOrder(run, view);
  const [chosen, choose] = useState<string>();
  const failed = steps.find(step => step.state === 'failed');
  const step = steps.find(step => step.node === chosen) ?? failed;
  const roving = useRoving(steps.map(step => step.node));
  const title = (node: string) => view.flow.nodes.get(node)?.title ?? node;
  const go = (node: string) => {
    choose(node);
    editor.select({ nodes: view.flow.nodes.has(node) ? [drawnNode(view.flow, node)] : [] });
  };

  return (
    <>
      <header className="jp-WeftRun-header">
        <span role="status">
          <State state={run.state} trans={trans} />
        </span>
        <span>{duration((run.ended ?? now) - run.started)}</span>
        {active && editor.host.cancelRun && (
          <button type="button" className="jp-WeftButton" onClick={() => editor.host.cancelRun?.()}>
            {trans.__('Cancel')}
          </button>
        )}
      </header>
      {run.message && <p className="jp-WeftRun-message">{run.message}</p>}
      <ul
        role="listbox"
        aria-label={trans.__('Steps')}
        className="jp-WeftRun-steps"
        onKeyDown={event => {
          if (
            !roving.move(event) &&
            (event.key === 'Enter' || event.key === ' ') &&
            roving.active !== undefined
          ) {
            event.preventDefault();
            go(roving.active);
            editor.canvas?.reveal(drawnNode(view.flow, roving.active));
          }
        }}
      >
        {steps.map(({ node, state, started, ended }) => (
          <li
            key={node}
            {...roving.item(node)}
            role="option"
            aria-selected={node === step?.node}
            className="jp-WeftRun-step"
            onClick={() => go(node)}
          >
            <span className="jp-WeftRun-title">
              {groupPath(view.flow, node) !== '' && (
                <span className="jp-WeftRun-group">{groupPath(view.flow, node)} › </span>
              )}
              {title(node)}
            </span>
            <span className="jp-WeftRun-time">
              {started !== undefined && duration((ended ?? now) - started)}
            </span>
            <State state={state} trans={trans} />
          </li>
        ))}
      </ul>
      {step && (
        <StepDetail key={step.node} editor={editor} step={step} title={title(step.node)} trans={trans} />
      )}
    </>
  );
}

function State({ state, trans }: { state: RunState; trans: Translation }): React.ReactElement {
  return (
    <span className={`jp-WeftRun-state jp-mod-${state}`}>
      <Glyph name={glyphOf(state)} />
      {RUN_STATES[state](trans)}
    </span>
  );
}
