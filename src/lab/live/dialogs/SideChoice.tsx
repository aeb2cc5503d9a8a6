import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { type Conflict, diffPipelines, type Pipeline } from '../../../pipeline';
import { settingName, shortly } from './setting-name';

/** One of two pipelines to choose between, and what it is called in a sentence and in a column. */
export interface Side {
  pipeline: Pipeline;
  name: string;
}

export interface SidesProps {
  mine: Side;
  theirs: Side;
  trans: TranslationBundle;
}

/** How many differences are listed. */
const MOST = 100;

/** Settings that both sides changed: for each, which of them is to stay. */
export function ConflictChoice(
  props: SidesProps & {
    conflicts: readonly Conflict[];
    onChoose: (conflict: Conflict, isTheirs: boolean) => void;
  }
): JSX.Element {
  const { conflicts, mine, theirs, trans, onChoose } = props;
  const pipelines = [mine.pipeline, theirs.pipeline];
  return (
    <div
      className="jp-WeftSides-scroll"
      tabIndex={0}
      role="group"
      aria-label={trans.__('Settings changed twice')}
    >
      <table className="jp-WeftSides">
        <thead>
          <tr>
            <th scope="col">{trans.__('Setting')}</th>
            <th scope="col">{mine.name}</th>
            <th scope="col">{theirs.name}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict, index) => {
            const setting = settingName(conflict.path, pipelines, trans);
            const cell = (isTheirs: boolean, side: Side, value: unknown) => (
              <td>
                <label>
                  <input
                    type="radio"
                    name={`weft-side-${index}`}
                    defaultChecked={!isTheirs}
                    aria-label={trans.__('%1 of %2: %3', setting, side.name, shortly(value, trans))}
                    onChange={() => onChoose(conflict, isTheirs)}
                  />
                  <code>{shortly(value, trans)}</code>
                </label>
              </td>
            );
            return (
              <tr key={index}>
                <th scope="row">{setting}</th>
                {cell(false, mine, conflict.ours)}
                {cell(true, theirs, conflict.theirs)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Two whole pipelines, of which one is to stay, and where they differ. */
export function WholeChoice(props: SidesProps & { onChoose: (isTheirs: boolean) => void }): JSX.Element {
  const { mine, theirs, trans, onChoose } = props;
  const choice = (isTheirs: boolean, side: Side) => (
    <label>
      <input type="radio" name="weft-side" defaultChecked={!isTheirs} onChange={() => onChoose(isTheirs)} />
      {side.name}
    </label>
  );
  return (
    <>
      <fieldset className="jp-WeftSides-whole">
        <legend>{trans.__('Which one is to stay?')}</legend>
        {choice(false, mine)}
        {choice(true, theirs)}
      </fieldset>
      <Differences before={mine.pipeline} after={theirs.pipeline} trans={trans} />
    </>
  );
}

/** Where two pipelines differ, as a list. */
export function Differences(props: {
  before: Pipeline;
  after: Pipeline;
  trans: TranslationBundle;
}): JSX.Element {
  const { before, after, trans } = props;
  const { changes, moved } = diffPipelines(before, after);
  const all = changes.map(({ path }) => settingName(path, [before, after], trans));
  if (moved.length > 0) {
    all.push(trans._n('%1 node stands elsewhere', '%1 nodes stand elsewhere', moved.length));
  }
  return (
    <ul className="jp-WeftSides-scroll" tabIndex={0} aria-label={trans.__('What differs')}>
      {all.slice(0, MOST).map((line, index) => (
        <li key={index}>{line}</li>
      ))}
      {all.length > MOST && <li>{trans.__('and %1 more', all.length - MOST)}</li>}
      {all.length === 0 && <li>{trans.__('Nothing differs.')}</li>}
    </ul>
  );
}
