import { AccordionToolbar } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { AccordionLayout, AccordionPanel } from '@lumino/widgets';

/**
 * Sections one above the other that share out the height. Lumino forgets the shares when it lays a panel out that
 * has no room, as happens while JupyterLab restores its layout; here they hold.
 */
export class SectionsPanel extends AccordionPanel {
  /**
   * @param _shares how the sections share out the height, in their order
   */
  constructor(private readonly _shares: number[]) {
    super({ layout: AccordionToolbar.createLayout({}) });
  }

  /** Gives the sections their shares. To be called once they are there, and some of them are closed. */
  share(): void {
    this.setRelativeSizes(this._shares);
  }

  /** Opens a section and gives it half of the height: what was closed before it had a size would have none. */
  unfold(index: number): void {
    this.expand(index);
    const rest = Math.max(1, this.widgets.length - 1);
    this.setRelativeSizes(this.widgets.map((_, other) => (other === index ? rest : 1)));
  }

  /** Opens a section and gives it its own share. */
  open(index: number): void {
    this.expand(index);
    this.share();
  }

  /** Closes a section and gives the others their shares again. */
  shut(index: number): void {
    this.collapse(index);
    this.share();
  }

  processMessage(msg: Message): void {
    const shares = this.relativeSizes();
    super.processMessage(msg);
    if (msg.type === 'resize' && this.layout instanceof AccordionLayout) {
      if (this.layout.absoluteSizes().every(size => size === 0)) {
        this.setRelativeSizes(shares, false);
      }
    }
  }
}
