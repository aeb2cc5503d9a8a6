import type { Translate } from '../../actions';
import type { Pool } from '../../pools';

type Maybe = string | undefined;

const CAPACITY: Record<string, (t: Translate) => string> = {
  'on-demand': t => t('on demand'),
  spot: t => t('spot'),
  reserved: t => t('reserved'),
  'flex-start': t => t('flex start'),
  'capacity-block': t => t('capacity block')
};

export const poolName = (pool: Pool): string => pool.displayName ?? pool.id;

/** Memory of one device: whole GiB where that is exact to a tenth, such as `80 GiB`. */
function deviceMemory(pool: Pool): Maybe {
  const mebibytes = pool.device?.memoryMiB;
  if (mebibytes === undefined) {
    return undefined;
  }
  return mebibytes < 1024 ? `${mebibytes} MiB` : `${Number((mebibytes / 1024).toFixed(1))} GiB`;
}

function price(pool: Pool, t: Translate): Maybe {
  const { perNodeHour, currency = '', per, indicative = true } = pool.price ?? {};
  if (perNodeHour === undefined) {
    return undefined;
  }
  const amount = `${indicative ? '≈ ' : ''}${perNodeHour.toFixed(2)} ${currency}`.trim();
  return per === 'device' ? t('%1 per device hour', amount) : t('%1 per node hour', amount);
}

function model(pool: Pool, t: Translate): string {
  const { device } = pool;
  return device ? [device.vendor, device.model ?? device.resource].filter(Boolean).join(' ') : t('CPU only');
}

function sharing(pool: Pool): Maybe {
  const { mode, profile, replicas } = pool.device?.sharing ?? {};
  if (!mode || mode === 'none') {
    return undefined;
  }
  return [mode, profile, replicas && `× ${replicas}`].filter(Boolean).join(' ');
}

function scale(pool: Pool, t: Translate): Maybe {
  const { min, max, provisionMinutes } = pool.scale ?? {};
  const size = max === undefined ? undefined : t('%1 to %2 nodes', min ?? 0, max);
  const wait = provisionMinutes === undefined ? undefined : t('ready in about %1 min', provisionMinutes);
  return [size, wait].filter(Boolean).join(', ') || undefined;
}

function queue(pool: Pool): Maybe {
  const { system, name } = pool.queue ?? {};
  return system && system !== 'none' ? [system, name].filter(Boolean).join(' ') : undefined;
}

/** One thing to know about a pool; absent where the catalog does not say. */
export interface PoolFact {
  id: string;
  label: (t: Translate) => string;
  of: (pool: Pool, t: Translate) => Maybe;
}

/** What is shown of a pool, most telling first. */
export const POOL_FACTS: PoolFact[] = [
  { id: 'device', label: t => t('Device'), of: model },
  { id: 'memory', label: t => t('Device memory'), of: deviceMemory },
  { id: 'perNode', label: t => t('Devices per node'), of: pool => pool.device?.perNode?.toString() },
  { id: 'maxPerStep', label: t => t('Most per step'), of: pool => pool.device?.maxPerStep?.toString() },
  { id: 'sharing', label: t => t('Sharing'), of: sharing },
  {
    id: 'capacity',
    label: t => t('Capacity'),
    of: (pool, t) => pool.capacity && CAPACITY[pool.capacity.type]?.(t)
  },
  { id: 'price', label: t => t('Price'), of: price },
  { id: 'scale', label: t => t('Size'), of: scale },
  { id: 'queue', label: t => t('Queue'), of: queue },
  { id: 'node', label: t => t('Node type'), of: pool => pool.nodeShape?.instanceTypes?.join(', ') }
];

/** The facts that the catalog gives of a pool, as text. */
export function poolFacts(pool: Pool, t: Translate): { id: string; label: string; value: string }[] {
  return POOL_FACTS.flatMap(({ id, label, of }) => {
    const value = of(pool, t);
    return value ? [{ id, label: label(t), value }] : [];
  });
}

/** A pool in one line, such as `A100 80 GB spot: nvidia A100-80GB, 80 GiB, 8 per node, spot`. */
export function poolLine(pool: Pool, t: Translate): string {
  const perNode = pool.device?.perNode;
  const parts = [
    model(pool, t),
    deviceMemory(pool),
    perNode && t('%1 per node', perNode),
    pool.capacity && CAPACITY[pool.capacity.type]?.(t)
  ];
  return `${poolName(pool)}: ${parts.filter(Boolean).join(', ')}`;
}
