/** What a step asks of the hardware; quantities as Kubernetes writes them. */
export interface StepRequest {
  node: string;
  /** What notes call the step; its id when absent. */
  title?: string;
  pool?: string;
  resources?: {
    cpu?: string;
    cpuRequest?: string;
    memory?: string;
    memoryRequest?: string;
    accelerators?: number;
    sharedMemory?: string;
  };
}

export interface Toleration {
  key?: string;
  operator?: 'Equal' | 'Exists';
  value?: string;
  effect?: 'NoSchedule' | 'NoExecute' | 'PreferNoSchedule';
  tolerationSeconds?: number;
}

export interface NodeExpression {
  key: string;
  operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  values?: string[];
}

/** A fact that a spec cannot carry or that a user should know, tied to a field of the step or pool. */
export interface PlacementNote {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  field: string;
  message: string;
  fix?: string;
}

/** Everything the choice of a pool means for a pod, ready to be written into a spec. */
export interface Placement {
  pool?: string;
  /** Kubernetes resource name and whole count, such as `nvidia.com/gpu` 1. */
  accelerator?: { resource: string; count: number };
  nodeSelector: Record<string, string>;
  /** Expressions that all must hold: ONE affinity term (several terms are ORed by Kubernetes). */
  affinity: NodeExpression[];
  tolerations: Toleration[];
  /** Size of the memory-backed volume at /dev/shm. */
  sharedMemory?: string;
  podLabels: Record<string, string>;
  podAnnotations: Record<string, string>;
  notes: PlacementNote[];
}
