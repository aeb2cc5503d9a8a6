import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ITranslator, nullTranslator, type TranslationBundle } from '@jupyterlab/translation';
import { SidePanel } from '@jupyterlab/ui-components';
import { AccordionPanel } from '@lumino/widgets';
import * as React from 'react';
import type { OpenEditor } from '../../actions';
import { weftIcon } from '../icons';
import { PaletteWidget } from '../palette-widget';
import { PanelWidget } from '../panel-widget';
import { IWeftTracker } from '../tokens';

const Inspector = React.lazy(() => import('../../panels').then(module => ({ default: module.Inspector })));
const Outline = React.lazy(() => import('../../panels').then(module => ({ default: module.Outline })));
const Pools = React.lazy(() => import('../../panels').then(module => ({ default: module.Pools })));
const Problems = React.lazy(() => import('../../panels').then(module => ({ default: module.Problems })));
const RunPanel = React.lazy(() => import('../../panels').then(module => ({ default: module.RunPanel })));

type View = (editor: OpenEditor) => JSX.Element;

/** The panels beside the canvas: what can be added and what is there on the left, settings on the right. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-weft:sidebars',
  description: 'Adds the palette, outline, pools, inspector, problems and run panels.',
  autoStart: true,
  requires: [IWeftTracker],
  optional: [ILayoutRestorer, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: IWeftTracker,
    restorer: ILayoutRestorer | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_weft');
    const empty = trans.__('Open a pipeline to see it here.');
    const section = (title: string, view: View) => {
      const widget = new PanelWidget(tracker, view, empty);
      widget.title.label = title;
      return widget;
    };
    const left = sidePanel('jp-weft-left', trans.__('Weft'), translator);
    left.addWidget(new PaletteWidget(tracker, trans));
    left.addWidget(section(trans.__('Outline'), editor => <Outline editor={editor} trans={trans} />));
    left.addWidget(section(trans.__('Pools'), editor => <Pools editor={editor} trans={trans} />));
    divide(left, [3, 4, 2]);
    app.shell.add(left, 'left', { rank: 600, type: 'Weft' });

    const right = sidePanel('jp-weft-right', trans.__('Weft Inspector'), translator);
    inspectorSections(trans).forEach(([title, view]) => right.addWidget(section(title, view)));
    divide(right, [6, 2, 2]);
    app.shell.add(right, 'right', { rank: 600, type: 'Weft' });

    restorer?.add(left, left.id);
    restorer?.add(right, right.id);
  }
};

const inspectorSections = (trans: TranslationBundle): [string, View][] => [
  [trans.__('Inspector'), editor => <Inspector editor={editor} trans={trans} />],
  [trans.__('Problems'), editor => <Problems editor={editor} trans={trans} />],
  [trans.__('Run'), editor => <RunPanel editor={editor} trans={trans} />]
];

function sidePanel(id: string, caption: string, translator: ITranslator | null): SidePanel {
  const panel = new SidePanel({ translator: translator ?? undefined });
  panel.id = id;
  panel.title.caption = caption;
  panel.title.icon = weftIcon;
  panel.addClass('jp-WeftSidePanel');
  return panel;
}

/** Shares out the height of a side panel among its sections. */
function divide(panel: SidePanel, shares: number[]): void {
  if (panel.content instanceof AccordionPanel) {
    panel.content.setRelativeSizes(shares);
  }
}

export default plugin;
