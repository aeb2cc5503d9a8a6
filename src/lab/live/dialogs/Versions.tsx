import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Pipeline } from '../../../pipeline';
import type { Version } from '../../../wire';
import { Differences } from './SideChoice';

export interface VersionsProps {
  versions: readonly Version[];
  /** The pipeline as it is now. */
  now: Pipeline;
  mayEdit: boolean;
  /** Each tells the hub, and rejects with what it says. */
  save: (name: string) => Promise<readonly Version[]>;
  read: (id: number) => Promise<Pipeline>;
  restore: (id: number) => Promise<readonly Version[]>;
  trans: TranslationBundle;
}

/** Named versions of a pipeline: name the present one, see how an old one differs, bring it back. */
export function Versions({ now, mayEdit, save, read, restore, trans, ...props }: VersionsProps): JSX.Element {
  const [versions, setVersions] = React.useState(props.versions);
  const [name, setName] = React.useState('');
  const [said, setSaid] = React.useState('');
  const [compared, setCompared] = React.useState<{ of: Version; pipeline: Pipeline } | null>(null);

  const attempt = async (task: () => Promise<void>) => {
    try {
      await task();
    } catch (error) {
      setSaid((error as Error).message);
    }
  };
  const button = (label: string, title: string, task: () => Promise<void>) => (
    <button
      className="jp-Button jp-mod-styled jp-mod-minimal"
      type="button"
      aria-label={title}
      onClick={() => void attempt(task)}
    >
      {label}
    </button>
  );

  return (
    <div className="jp-WeftDialog jp-WeftVersions">
      {mayEdit && (
        <form
          className="jp-WeftSharing-add"
          onSubmit={event => {
            event.preventDefault();
            const given = name.trim();
            if (given !== '') {
              void attempt(async () => {
                setVersions(await save(given));
                setName('');
                setSaid(trans.__('Version “%1” is saved.', given));
              });
            }
          }}
        >
          <label>
            {trans.__('Name of this version')}
            <input
              className="jp-mod-styled"
              value={name}
              maxLength={200}
              onChange={event => setName(event.target.value)}
            />
          </label>
          <button className="jp-Button jp-mod-styled" type="submit">
            {trans.__('Save Version')}
          </button>
        </form>
      )}
      {versions.length === 0 ? (
        <p>{trans.__('No version was named yet.')}</p>
      ) : (
        <ul className="jp-WeftSides-scroll" tabIndex={0} aria-label={trans.__('Versions')}>
          {versions.map(version => (
            <li key={version.id}>
              <span className="jp-WeftVersions-name">{version.name}</span>
              <span>{trans.__('%1, %2', version.by, new Date(version.at * 1000).toLocaleString())}</span>
              {button(trans.__('Compare'), trans.__('Compare with “%1”', version.name), async () =>
                setCompared({ of: version, pipeline: await read(version.id) })
              )}
              {mayEdit &&
                button(trans.__('Restore'), trans.__('Restore “%1”', version.name), async () => {
                  setVersions(await restore(version.id));
                  setCompared(null);
                  setSaid(trans.__('Version “%1” is restored, as an edit like any other.', version.name));
                })}
            </li>
          ))}
        </ul>
      )}
      {compared && (
        <section aria-label={trans.__('Differences')}>
          <h3>{trans.__('From “%1” to now', compared.of.name)}</h3>
          <Differences before={compared.pipeline} after={now} trans={trans} />
        </section>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
