import type { IWidgetTracker } from '@jupyterlab/apputils';
import type { IDocumentWidget } from '@jupyterlab/docregistry';
import { Token } from '@lumino/coreutils';
import type { EditorWidget } from './editor-widget';
import type { Live } from './live/live';
import type { WeftModel } from './model';

/** One open pipeline in the main area. */
export type WeftDocumentWidget = IDocumentWidget<EditorWidget, WeftModel>;

/** Tracks the open pipelines. */
export type IWeftTracker = IWidgetTracker<WeftDocumentWidget>;
export const IWeftTracker = new Token<IWeftTracker>(
  'jupyterlab-weft:IWeftTracker',
  'Tracks the pipelines that are open in the main area.'
);

/** Live editing, where JupyterLab lets content come from elsewhere than files. */
export type IWeftLive = Live;
export const IWeftLive = new Token<IWeftLive>(
  'jupyterlab-weft:IWeftLive',
  'Opens pipelines for live editing, and says where each stands.'
);
