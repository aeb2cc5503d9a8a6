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
