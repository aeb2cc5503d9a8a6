import type { NodeTypes } from '@xyflow/react';
import { CellsCard } from './CellsCard';
import { ContainerCard } from './ContainerCard';
import { ImporterCard } from './ImporterCard';
import { NoteCard } from './NoteCard';
import { OpaqueCard } from './OpaqueCard';

/** The card of each kind of node; React Flow needs the same object at every rendering. */
export const NODE_TYPES: NodeTypes = {
  cells: CellsCard,
  container: ContainerCard,
  importer: ImporterCard,
  note: NoteCard,
  opaque: OpaqueCard
};
