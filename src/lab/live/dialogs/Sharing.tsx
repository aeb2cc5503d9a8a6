import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { ROLES, type Role, type ShareChange, type Shares } from '../../../wire';
import { roleName } from '../words';

export interface SharingProps {
  shares: Shares;
  /** The user's own name, which is not offered to be taken away. */
  own: string;
  /** Tells the hub; rejects with what it says. */
  change: (change: ShareChange) => Promise<Shares>;
  trans: TranslationBundle;
}

const CHOICES: readonly (Role | 'none')[] = [...ROLES].reverse();

/** Who may do what with a pipeline, for its owner to change; every change is made at once. */
export function Sharing({ own, change, trans, ...props }: SharingProps): JSX.Element {
  const [shares, setShares] = React.useState(props.shares);
  const [said, setSaid] = React.useState('');
  const [name, setName] = React.useState('');
  const field = React.useRef<HTMLInputElement>(null);
  const [role, setRole] = React.useState<Role | 'none'>('editor');

  const make = async (asked: ShareChange, done: string) => {
    try {
      setShares(await change(asked));
      setSaid(done);
    } catch (error) {
      setSaid((error as Error).message);
    }
  };
  const give = (username: string, to: Role | 'none') =>
    make(
      { username, role: to },
      to === 'none'
        ? trans.__('%1 has no role of their own any more.', username)
        : trans.__('%1 is now: %2.', username, roleName(to, trans))
    );

  return (
    <div className="jp-WeftDialog jp-WeftSharing">
      <table>
        <thead>
          <tr>
            <th scope="col">{trans.__('User')}</th>
            <th scope="col">{trans.__('Role')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shares.users.map(user => (
            <tr key={user.username}>
              <th scope="row">{user.username}</th>
              <td>
                <RoleChoice
                  label={trans.__('Role of %1', user.username)}
                  value={user.role}
                  choices={CHOICES}
                  onChoose={to => void give(user.username, to)}
                  trans={trans}
                />
              </td>
              <td>
                <button
                  className="jp-Button jp-mod-styled jp-mod-minimal"
                  type="button"
                  disabled={user.username === own}
                  aria-label={trans.__('Remove %1', user.username)}
                  onClick={() => {
                    field.current?.focus(); // this button goes, and the keys must not leave the dialog with it
                    void give(user.username, 'none');
                  }}
                >
                  {trans.__('Remove')}
                </button>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{trans.__('Everybody else')}</th>
            <td>
              <RoleChoice
                label={trans.__('Role of everybody else')}
                value={shares.others}
                choices={[...CHOICES, 'none']}
                onChoose={to =>
                  void make({ role: to }, trans.__('Everybody else is now: %1.', roleName(to, trans)))
                }
                trans={trans}
              />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <form
        className="jp-WeftSharing-add"
        onSubmit={event => {
          event.preventDefault();
          const username = name.trim();
          if (username !== '') {
            setName('');
            void give(username, role);
          }
        }}
      >
        <label>
          {trans.__('User name')}
          <input
            ref={field}
            className="jp-mod-styled"
            value={name}
            maxLength={256}
            onChange={event => setName(event.target.value)}
          />
        </label>
        <RoleChoice
          label={trans.__('Role of the new user')}
          value={role}
          choices={CHOICES}
          onChoose={setRole}
          trans={trans}
        />
        <button className="jp-Button jp-mod-styled" type="submit">
          {trans.__('Add')}
        </button>
      </form>
      <p role="status">{said}</p>
    </div>
  );
}

function RoleChoice(props: {
  label: string;
  value: Role | 'none';
  choices: readonly (Role | 'none')[];
  onChoose: (role: Role | 'none') => void;
  trans: TranslationBundle;
}): JSX.Element {
  const { label, value, choices, onChoose, trans } = props;
  return (
    <select
      className="jp-mod-styled"
      aria-label={label}
      value={value}
      onChange={event => onChoose(event.target.value as Role | 'none')}
    >
      {choices.map(role => (
        <option key={role} value={role}>
          {roleName(role, trans)}
        </option>
      ))}
    </select>
  );
}
