/** What Kale reads in a notebook (https://github.com/kubeflow/kale): tags of cells, and metadata. */

/** Settings of one step, or of all. */
export interface KaleSettings {
  /** Amounts by Kubernetes resource, such as `nvidia.com/gpu`. */
  limits: Record<string, string>;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  image?: string;
  cache?: boolean;
  report?: boolean;
  secrets: { env: string; secret: string; key: string }[];
}

export interface KaleStep {
  name: string;
  /** Ids of its cells, in notebook order; none when it stands for another notebook. */
  cells: string[];
  /** Path of that other notebook, relative to this one. */
  notebook?: string;
  /** Names of steps that run before it. */
  prev: string[];
  settings: KaleSettings;
}

export interface KaleVolume {
  name: string;
  mountPath: string;
  /** pvc: a claim that is there. new_pvc: one to be made, of this size. */
  type: 'pvc' | 'new_pvc';
  /** A Kubernetes quantity. */
  size?: string;
}

/** Something that Kale's notebook says and that has no place elsewhere. */
export interface KaleLoss {
  /** Place of the cell among all cells, from 0; absent for what the metadata of the notebook say. */
  cell?: number;
  /** One sentence. */
  message: string;
}

/** A notebook as Kale understands it. */
export interface KalePipeline {
  name?: string;
  description?: string;
  image?: string;
  /** In the order in which their first cells stand. */
  steps: KaleStep[];
  /** Cells that run in front of every step: imports, then functions. */
  shared: string[];
  /** Cells whose literals are parameters of the pipeline. */
  parameters: string[];
  /** Names printed as metrics, with the cell and the line that do so. */
  metrics: { name: string; cell: string; line: number }[];
  volumes: KaleVolume[];
  /** What every step has unless it says otherwise. */
  defaults: KaleSettings;
  lost: KaleLoss[];
}
