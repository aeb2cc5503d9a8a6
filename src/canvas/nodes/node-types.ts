import type { NodeTypes } from '@xyflow/react';
import { CellsCard } from './CellsCard';
import { ComponentCard } from './ComponentCard';
import { ContainerCard } from './ContainerCard';
import { FrameNode } from './FrameNode';
import { ImporterCard } from './ImporterCard';
import { NotebookCard } from './NotebookCard';
import { NoteCard } from './NoteCard';
import { OpaqueCard } from './OpaqueCard';
import { SubPipelineCard } from './SubPipelineCard';

/** What draws each type of node; React Flow needs the same object at every rendering. */
export const NODE_TYPES: NodeTypes = {
  cells: CellsCard,
  notebook: NotebookCard,
  container: ContainerCard,
  importer: ImporterCard,
  component: ComponentCard,
  note: NoteCard,
  pipeline: SubPipelineCard,
  frame: FrameNode,
  opaque: OpaqueCard
};
