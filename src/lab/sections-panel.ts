import { AccordionToolbar } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { AccordionLayout, AccordionPanel } from '@lumino/widgets';

/**
 * Sections one above the other that share out the height. Lumino forgets the shares when it lays a panel out that
 * has no room, as happens while JupyterLab restores its layout; here they hold.
 */
export class SectionsPanel extends AccordionPanel {
  constructor() {
    super({ layout: AccordionToolbar.createLayout({}) });
  }

  /** Opens a section and gives it half of the height: what was closed before it had a size would have none. */
  open(index: number): void {
    this.expand(index);
    const rest = Math.max(1, this.widgets.length - 1);
    this.setRelativeSizes(this.widgets.map((_, other) => (other === index ? rest : 1)));
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
