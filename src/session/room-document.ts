import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createSharedPipeline, type Pipeline, type SharedPipeline } from '../pipeline';
import { Delivery } from './delivery';

/** The history of one epoch of a room, whether it is what the user sees or not yet, and who else is in it. */
export class RoomDocument {
  readonly ydoc = new Y.Doc();
  readonly awareness = new Awareness(this.ydoc);
  private readonly shared: SharedPipeline = createSharedPipeline({ ydoc: this.ydoc });

  readonly delivery: Delivery;
  /** Whether it has, in the present connection, all that the hub had. */
  isSynced = false;

  /**
   * @param epoch null until the hub said it
   * @param onDelivery called when more or less is unsent
   */
  constructor(
    public epoch: string | null,
    onDelivery: () => void
  ) {
    this.awareness.setLocalState(null);
    this.delivery = new Delivery(onDelivery);
    this.ydoc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) {
        this.delivery.made();
      }
    });
  }

  /** False while nobody wrote the pipeline into the room, or nothing of it came yet. */
  get isBegun(): boolean {
    return this.shared.stored.id !== '';
  }

  get stored(): Pipeline {
    return this.shared.stored;
  }

  /** Leaves the document to whoever shows it. */
  dispose(): void {
    this.awareness.destroy();
    this.shared.dispose();
  }
}
