import { Dialog } from '@jupyterlab/apputils';

const TABBABLE = 'button:enabled, input:enabled, select:enabled, textarea:enabled, a[href]';

/**
 * A dialog whose body is worked in by keys. JupyterLab's own takes Enter for its default button wherever the focus is,
 * so that a form in it is never sent and its buttons are never pressed; and its Tab, past the last button, knows no
 * field that React drew after the dialog was there.
 */
class FormDialog extends Dialog<unknown> {
  override handleEvent(event: Event): void {
    if (!(event instanceof KeyboardEvent && event.type === 'keydown' && this.takes(event))) {
      super.handleEvent(event);
    }
  }

  /** Whether a key is for the body. */
  private takes(event: KeyboardEvent): boolean {
    const body = this.node.querySelector('.jp-Dialog-body');
    const { activeElement } = document;
    if (event.key === 'Enter') {
      return body?.contains(activeElement) ?? false; // the browser sends the form, or presses the button
    }
    const buttons = this.node.querySelectorAll('.jp-Dialog-footer button');
    if (event.key !== 'Tab' || event.shiftKey || activeElement !== buttons[buttons.length - 1]) {
      return false;
    }
    const first = body?.querySelector<HTMLElement>(TABBABLE);
    if (first) {
      event.preventDefault();
      first.focus();
    }
    return first !== null && first !== undefined;
  }
}

/** Shows a dialog with fields and buttons in its body; resolves when it is closed. */
export function showForm(
  options: Partial<Dialog.IOptions<unknown>>
): Promise<Pick<Dialog.IResult<unknown>, 'button'>> {
  return new FormDialog(options).launch();
}
