import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { addCellsNode } from '../../actions';
import { actionIcon } from '../icons';
import { IWeftTracker } from '../tokens';

namespace CommandIDs {
  export const addToPipeline = 'weft:add-to-pipeline';
}

/** The way from a notebook to the canvas without a drag: "Add Cell to Pipeline". */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-weft:notebook',
  description: 'Adds notebook cells to the pipeline that was used last.',
  autoStart: true,
  requires: [IWeftTracker, INotebookTracker],
  optional: [ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: IWeftTracker,
    notebooks: INotebookTracker,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_weft');
    app.commands.addCommand(CommandIDs.addToPipeline, {
      label: trans.__('Add Cell to Pipeline'),
      caption: trans.__('Add the selected cells to the pipeline that was used last, as one node'),
      icon: actionIcon('add'),
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () =>
        notebooks.currentWidget !== null && tracker.currentWidget?.content.editor?.view.readOnly === false,
      execute: () => {
        const editor = tracker.currentWidget?.content.editor;
        const chosen = editor?.host.selectedCells?.();
        if (editor && chosen) {
          addCellsNode(editor, chosen.notebook, chosen.cells);
        } else {
          editor?.host.notify(trans.__('Select one or more code cells first.'), 'info');
        }
      }
    });
    // Neither the notebook nor the pipeline knows when the other comes or goes.
    const refresh = () => app.commands.notifyCommandChanged(CommandIDs.addToPipeline);
    tracker.currentChanged.connect(refresh);
    notebooks.currentChanged.connect(refresh);
  }
};

export default plugin;
