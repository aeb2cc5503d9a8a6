/** Something of a spec that nodes do not show. */
export interface ImportNote {
  /** Empty for the pipeline itself. */
  node: string;
  /** Where it stands in what the node compiles to, joined by dots. */
  path: string;
  /** One sentence. */
  why: string;
}

/** What became of a spec. Nothing of it is lost: what is not drawn is kept. */
export interface ImportReport {
  /** Nodes by kind. */
  counts: Record<string, number>;
  /** Nodes that are shown as a box with ports, and what they are. */
  opaque: ImportNote[];
  /** What no field of a node says, and stays as it is. */
  kept: ImportNote[];
}
