import type { Binding, PortType } from '../pipeline';

/** Where a connection starts: a node, or one output of it. */
export interface ConnectionStart {
  node: string;
  output?: string;
  /**
   * It starts at the inner side of a group's frame: `output` is then an input of the group, which its nodes may read,
   * or a field of a loop's items; a loop's item itself when there is none.
   */
  enter?: boolean;
}

/** Where it ends: a node, or one input of it. */
export interface ConnectionEnd {
  node: string;
  input?: string;
  /** It ends at the inner side of a group's frame: `input` is then an output of the group. */
  leave?: boolean;
}

/** An input that gets another source; `field` is where the node keeps it when it is a setting. */
export interface Bind {
  node: string;
  input: string;
  field?: readonly string[];
  binding: Binding;
}

/** An output of a group that gets another source inside; a choice has one for each branch. */
export interface Give {
  group: string;
  output: string;
  type: PortType;
  sources: Binding[];
}

/** What connecting two ends would do. */
export type Connection =
  | { bind: Bind; /** First, what is read has to leave its branch as an output of the choice. */ give?: Give }
  | { give: Give; bind?: undefined }
  | { order: { before: string; after: string } }
  /** Several outputs would do; the user has to name one. */
  | { choose: { node: string; input: string; outputs: string[]; enter?: boolean } }
  | { refused: string };
