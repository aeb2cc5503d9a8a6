/** How the runtime stores a value in a file (`FORMATS` in src/runtime/step_formats.py and step_libraries.py). */
export type ValueFormat =
  | 'json'
  | 'npy'
  | 'npz'
  | 'parquet'
  | 'table'
  | 'sparse'
  | 'png'
  | 'safetensors'
  | 'torch'
  | 'keras'
  | 'xgboost'
  | 'pickle'
  | 'cloudpickle'
  | 'text';

/** Why a value cannot be stored: it stands for something of its own process, or is used up when it is read. */
export type HandleKind =
  | 'file'
  | 'temporary'
  | 'connection'
  | 'session'
  | 'lock'
  | 'thread'
  | 'process'
  | 'generator'
  | 'iterator'
  | 'view'
  | 'match'
  | 'loader'
  | 'parser'
  | 'device'
  | 'module';

/** What is known of a value by what made it. */
export interface ValueFacts {
  /** Dotted name of its class, as code imports it: `pandas.DataFrame`, `list`. */
  type: string;
  /** The format that holds it where its libraries are there; absent when the value itself decides. */
  format?: ValueFormat;
  /** Kubeflow's type of a port for it, where that is certain enough to propose. */
  portType?: 'integer' | 'number' | 'boolean' | 'string' | 'Dataset' | 'Model';
  /** It cannot be stored, and so never passes from step to step. */
  handle?: HandleKind;
}

/** A row of a table: a kind of value, and the makers of it, in one text. */
export type MakerRow = readonly [facts: ValueFacts, makers: string];
