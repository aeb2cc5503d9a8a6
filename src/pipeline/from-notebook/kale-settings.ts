import type { KalePipeline, KaleSettings } from '../../notebook';
import type { Kubernetes } from '../kubernetes';
import type { Resources } from '../node-fields';
import type { CellsNode } from '../schema';

type StepSettings = Pick<CellsNode, 'image' | 'cache' | 'resources' | 'kubernetes'>;

/**
 * Settings of a step as fields of its node.
 * @param lose takes a sentence about what has no field
 */
export function kaleSettings(
  { defaults, image }: Pick<KalePipeline, 'defaults' | 'image'>,
  own: KaleSettings,
  volumes: Kubernetes['pvcMount'],
  lose: (message: string) => void
): StepSettings {
  const all = {
    limits: { ...defaults.limits, ...own.limits },
    labels: { ...defaults.labels, ...own.labels },
    annotations: { ...defaults.annotations, ...own.annotations },
    secrets: [
      ...defaults.secrets.filter(({ env }) => !own.secrets.some(one => one.env === env)),
      ...own.secrets
    ]
  };
  if ((own.report ?? defaults.report) === false) {
    lose('its report is written all the same');
  }
  const resources = resourcesOf(all.limits, lose);
  const kubernetes = kubernetesOf(all, volumes);
  const found: StepSettings = {
    image: own.image ?? defaults.image ?? image,
    cache: own.cache ?? defaults.cache,
    resources: isEmpty(resources) ? undefined : resources,
    kubernetes: isEmpty(kubernetes) ? undefined : kubernetes
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function resourcesOf(limits: Readonly<Record<string, string>>, lose: (message: string) => void): Resources {
  const found: Resources = {};
  for (const [resource, amount] of Object.entries(limits)) {
    const count = /^\d+$/.test(amount) ? Number(amount) : undefined;
    if (resource === 'cpu' || resource === 'memory') {
      found[resource] = amount;
    } else if (resource.includes('/') && count !== undefined && found.accelerator === undefined) {
      found.accelerator = resource;
      found.accelerators = count;
    } else {
      lose(`its limit of ${amount} ${resource} has no setting`);
    }
  }
  return found;
}

function kubernetesOf(
  { labels, annotations, secrets }: Pick<KaleSettings, 'labels' | 'annotations' | 'secrets'>,
  volumes: Kubernetes['pvcMount']
): Kubernetes {
  const metadata = {
    ...(!isEmpty(labels) && { labels }),
    ...(!isEmpty(annotations) && { annotations })
  };
  const names = [...new Set(secrets.map(({ secret }) => secret))];
  const secretAsEnv = names.map(secretName => ({
    secretName,
    keyToEnv: secrets
      .filter(({ secret }) => secret === secretName)
      .map(({ key, env }) => ({ secretKey: key, envVar: env }))
  }));
  return {
    ...(!isEmpty(metadata) && { podMetadata: metadata }),
    ...(secretAsEnv.length > 0 && { secretAsEnv }),
    ...(volumes && volumes.length > 0 && { pvcMount: volumes })
  };
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;
