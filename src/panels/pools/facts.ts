import type { Translation } from '../../actions';
import type { Pool } from '../../pools';

type Maybe = string | undefined;

const CAPACITY: Record<string, (trans: Translation) => string> = {
  'on-demand': trans => trans.__('on demand'),
  spot: trans => trans.__('spot'),
  reserved: trans => trans.__('reserved'),
  'flex-start': trans => trans.__('flex start'),
  'capacity-block': trans => trans.__('capacity block')
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

function price(pool: Pool, trans: Translation): Maybe {
  const { perNodeHour, currency = '', per, indicative = true } = pool.price ?? {};
  if (perNodeHour === undefined) {
    return undefined;
  }
  const amount = `${indicative ? '≈ ' : ''}${perNodeHour.toFixed(2)} ${currency}`.trim();
  return per === 'device' ? trans.__('%1 per device hour', amount) : trans.__('%1 per node hour', amount);
}

function model(pool: Pool, trans: Translation): string {
  const { device } = pool;
  return device
    ? [device.vendor, device.model ?? device.resource].filter(Boolean).join(' ')
    : trans.__('CPU only');
}

function sharing(pool: Pool): Maybe {
  const { mode, profile, replicas } = pool.device?.sharing ?? {};
  if (!mode || mode === 'none') {
    return undefined;
  }
  return [mode, profile, replicas && `× ${replicas}`].filter(Boolean).join(' ');
}

function scale(pool: Pool, trans: Translation): Maybe {
  const { min, max, provisionMinutes } = pool.scale ?? {};
  const size = max === undefined ? undefined : trans.__('%1 to %2 nodes', min ?? 0, max);
  const wait =
    provisionMinutes === undefined ? undefined : trans.__('ready in about %1 min', provisionMinutes);
  return [size, wait].filter(Boolean).join(', ') || undefined;
}

function queue(pool: Pool): Maybe {
  const { system, name } = pool.queue ?? {};
  return system && system !== 'none' ? [system, name].filter(Boolean).join(' ') : undefined;
}

/** One thing to know about a pool; absent where the catalog does not say. */
export interface PoolFact {
  id: string;
  label: (trans: Translation) => string;
  of: (pool: Pool, trans: Translation) => Maybe;
}

/** What is shown of a pool, most telling first. */
export const POOL_FACTS: PoolFact[] = [
  { id: 'device', label: trans => trans.__('Device'), of: model },
  { id: 'memory', label: trans => trans.__('Device memory'), of: deviceMemory },
  {
    id: 'perNode',
    label: trans => trans.__('Devices per node'),
    of: pool => pool.device?.perNode?.toString()
  },
  {
    id: 'maxPerStep',
    label: trans => trans.__('Most per step'),
    of: pool => pool.device?.maxPerStep?.toString()
  },
  { id: 'sharing', label: trans => trans.__('Sharing'), of: sharing },
  {
    id: 'capacity',
    label: trans => trans.__('Capacity'),
    of: (pool, trans) => pool.capacity && CAPACITY[pool.capacity.type]?.(trans)
  },
  { id: 'price', label: trans => trans.__('Price'), of: price },
  { id: 'scale', label: trans => trans.__('Size'), of: scale },
  { id: 'queue', label: trans => trans.__('Queue'), of: queue },
  { id: 'node', label: trans => trans.__('Node type'), of: pool => pool.nodeShape?.instanceTypes?.join(', ') }
];

/** The facts that the catalog gives of a pool, as text. */
export function poolFacts(pool: Pool, trans: Translation): { id: string; label: string; value: string }[] {
  return POOL_FACTS.flatMap(({ id, label, of }) => {
    const value = of(pool, trans);
    return value ? [{ id, label: label(trans), value }] : [];
  });
}

/** A pool in one line, such as `A100 80 GB spot: nvidia A100-80GB, 80 GiB, 8 per node, spot`. */
export function poolLine(pool: Pool, trans: Translation): string {
  const perNode = pool.device?.perNode;
  const parts = [
    model(pool, trans),
    deviceMemory(pool),
    perNode && trans.__('%1 per node', perNode),
    pool.capacity && CAPACITY[pool.capacity.type]?.(trans)
  ];
  return `${poolName(pool)}: ${parts.filter(Boolean).join(', ')}`;
}
