/** What a live kernel knows of the value of a name. */
export interface ValueFact {
  /** Dotted name of its class; those of Python itself by their name alone. */
  type: string;
  /** Its size in memory in bytes, estimated. */
  bytes: number;
  /** All of it was counted. */
  exact: boolean;
  /** False when no format holds it. */
  storable: boolean;
  /** It was stored for trial; what is large, or would run the user's code, is judged by its type. */
  tried: boolean;
  /** How a step would store it (`FORMATS` in step_values.py). */
  format?: string;
  /** Why it cannot be stored, as Python says it. */
  reason?: string;
  /** Id of the cell that ran last of those that make the name; absent when nobody saw it run. */
  cell?: string;
}

/** What a live kernel knows: of values by their names, of distributions by the modules that they bring. */
export interface KernelFacts {
  /** Such as `3.11.7`. */
  python: string;
  values: Readonly<Record<string, ValueFact>>;
  versions: Readonly<Record<string, { distribution: string; version: string }>>;
}

/** What is known of the kernels of notebooks, by the paths of the notebooks as nodes name them. */
export type Kernels = ReadonlyMap<string, KernelFacts>;
