import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ITranslator, nullTranslator, type TranslationBundle } from '@jupyterlab/translation';
import { SidePanel } from '@jupyterlab/ui-components';
import type { Widget } from '@lumino/widgets';
import * as React from 'react';
import { type EditorView, offerOf, openThreads } from '../../actions';
import { weftIcon } from '../icons';
import { INSPECTOR } from '../names';
import { PaletteWidget } from '../palette-widget';
import { type PanelView, PanelWidget } from '../panel-widget';
import { SectionsPanel } from '../sections-panel';
import { IWeftTracker } from '../tokens';

const Comments = React.lazy(() => import('../../panels').then(module => ({ default: module.Comments })));
const Inspector = React.lazy(() => import('../../panels').then(module => ({ default: module.Inspector })));
const Outline = React.lazy(() => import('../../panels').then(module => ({ default: module.Outline })));
const Pools = React.lazy(() => import('../../panels').then(module => ({ default: module.Pools })));
const Problems = React.lazy(() => import('../../panels').then(module => ({ default: module.Problems })));
const ProposalPanel = React.lazy(() =>
  import('../../panels').then(module => ({ default: module.ProposalPanel }))
);
const RunPanel = React.lazy(() => import('../../panels').then(module => ({ default: module.RunPanel })));

/** The panels beside the canvas: what can be added and what is there on the left, settings on the right. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-weft:sidebars',
  description: 'Adds the palette, outline, pools, inspector, comments, problems and run panels.',
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
    const section = (view: PanelView) => new PanelWidget(tracker, view, empty);
    const add = [new PaletteWidget(tracker, trans), ...leftSections(trans).map(section)];
    const left = sidePanel('jp-weft-left', trans.__('Weft'), add, [5, 4, 2], translator);
    app.shell.add(left, 'left', { rank: 600, type: 'Weft' });

    const settings = rightSections(trans).map(section);
    const right = sidePanel(INSPECTOR, trans.__('Weft Inspector'), settings, [6, 4, 4, 2, 2], translator);
    SHUT.forEach(place => (right.content as SectionsPanel).shut(place));
    app.shell.add(right, 'right', { rank: 600, type: 'Weft' });

    restorer?.add(left, left.id);
    restorer?.add(right, right.id);
  }
};

const leftSections = (trans: TranslationBundle): PanelView[] => [
  { title: trans.__('Outline'), draw: editor => <Outline editor={editor} trans={trans} /> },
  { title: trans.__('Pools'), draw: editor => <Pools editor={editor} trans={trans} /> }
];

/** Places of the proposal and the comments among the sections on the right: they open when there is something to see. */
const SHUT = [1, 2];

const rightSections = (trans: TranslationBundle): PanelView[] => [
  { title: trans.__('Inspector'), draw: editor => <Inspector editor={editor} trans={trans} /> },
  {
    title: trans.__('Proposal'),
    draw: editor => <ProposalPanel editor={editor} trans={trans} />,
    opens: ({ proposal, flow }) => proposal !== null && offerOf(proposal, flow.pipeline).steps.length > 0
  },
  {
    title: trans.__('Comments'),
    draw: editor => <Comments editor={editor} trans={trans} />,
    aside: ({ flow }) => count(openThreads(flow).length),
    opens: ({ discussion }) => discussion !== null,
    stays: true
  },
  {
    title: trans.__('Problems'),
    draw: editor => <Problems editor={editor} trans={trans} />,
    aside: ({ problems }) => count(problems.length)
  },
  {
    title: trans.__('Run'),
    draw: editor => <RunPanel editor={editor} trans={trans} />,
    aside: ({ run }) => (run ? progress(run, trans) : '')
  }
];

const count = (things: number) => (things > 0 ? String(things) : '');

/** How many steps of a run have ended. */
function progress({ steps }: NonNullable<EditorView['run']>, trans: TranslationBundle): string {
  const ended = [...steps.values()].filter(step => step.ended !== undefined).length;
  return trans.__('%1 of %2', ended, steps.size);
}

/** A side panel of sections that share out its height. */
function sidePanel(
  id: string,
  caption: string,
  sections: Widget[],
  shares: number[],
  translator: ITranslator | null
): SidePanel {
  const content = new SectionsPanel(shares);
  const panel = new SidePanel({ translator: translator ?? undefined, content });
  panel.id = id;
  panel.title.caption = caption;
  panel.title.icon = weftIcon;
  panel.addClass('jp-WeftSidePanel');
  sections.forEach(section => panel.addWidget(section));
  content.share();
  return panel;
}

export default plugin;
