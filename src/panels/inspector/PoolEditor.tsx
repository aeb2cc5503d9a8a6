import React from 'react';
import { poolLine } from '../pools/facts';
import { PoolTable } from '../pools/PoolList';
import type { FieldEditorProps } from './FieldRow';
import { MIXED } from './form';
import { Select } from './Select';

const DIFFERS = 'differs…';

/** The hardware of a step: a pool of the catalog, or none, which means CPU. */
export function PoolEditor(props: FieldEditorProps): React.ReactElement {
  const { field, form, id, describedBy, invalid, disabled } = props;
  const { trans, view } = form;
  const { pools } = view.catalog;
  const value = form.get(field.path);
  const chosen = value === MIXED ? DIFFERS : typeof value === 'string' ? value : '';
  const pool = pools.find(entry => entry.id === chosen);
  const unknown = pool === undefined && chosen !== '' && value !== MIXED;
  return (
    <>
      <Select
        id={id}
        describedBy={describedBy}
        invalid={invalid}
        disabled={disabled}
        value={chosen}
        groups={[
          {
            options: [
              ...(value === MIXED ? [{ value: DIFFERS, label: trans.__('differs'), disabled: true }] : []),
              { value: '', label: trans.__('No pool (CPU)') },
              ...(unknown ? [{ value: chosen, label: trans.__('%1 (not in the catalog)', chosen) }] : [])
            ]
          },
          {
            label: trans.__('Pools'),
            options: pools.map(entry => ({ value: entry.id, label: poolLine(entry, trans) }))
          }
        ]}
        onChange={next => form.set(field.path, next === '' ? undefined : next)}
      />
      {pool && <PoolTable pool={pool} trans={trans} />}
      {view.catalogFault !== null && <p className="jp-WeftField-hint">{view.catalogFault}</p>}
    </>
  );
}
