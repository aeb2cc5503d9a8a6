import React from 'react';
import type { Translation } from '../../actions';
import type { Catalog } from '../../pools';
import { Empty } from '../Empty';
import { Glyph } from '../Glyph';
import { poolFacts, poolName } from './facts';

export interface PoolListProps {
  catalog: Catalog;
  trans: Translation;
  /** Why the catalog file could not be read. */
  fault?: string | null;
}

/** The pools of the catalog with what is known of each; the platform team writes them, nobody here. */
export function PoolList({ catalog, trans, fault }: PoolListProps): React.ReactElement {
  return (
    <section className="jp-WeftPanel jp-WeftPoolList" aria-label={trans.__('Pools')} tabIndex={0}>
      {fault && (
        <p className="jp-WeftProblem jp-mod-error">
          <Glyph name="error" />
          <span>{fault}</span>
        </p>
      )}
      {catalog.pools.length === 0 && !fault && (
        <Empty>{trans.__('No pools. Put a weft.pools.yaml beside the pipeline to offer some.')}</Empty>
      )}
      {catalog.pools.map(pool => (
        <article key={pool.id} className="jp-WeftPoolList-pool" aria-label={poolName(pool)}>
          <h3 className="jp-WeftPoolList-name">
            {poolName(pool)} {poolName(pool) !== pool.id && <code>{pool.id}</code>}
          </h3>
          {pool.description && <p className="jp-WeftPoolList-description">{pool.description}</p>}
          <PoolTable pool={pool} trans={trans} />
        </article>
      ))}
    </section>
  );
}

/** The facts of one pool, two columns. */
export function PoolTable(props: { pool: Catalog['pools'][number]; trans: Translation }): React.ReactElement {
  return (
    <dl className="jp-WeftFacts">
      {poolFacts(props.pool, props.trans).map(fact => (
        <div key={fact.id} className="jp-WeftFacts-row">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
