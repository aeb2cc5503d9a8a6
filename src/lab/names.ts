/** The name under which JupyterLab opens pipelines; the toolbar's settings go by it. */
export const FACTORY = 'Weft';

/** The name under which JupyterLab knows the model of pipelines. */
export const MODEL_NAME = 'weft-model';

/** Id of the side panel with the inspector, the problems and the run. */
export const INSPECTOR = 'jp-weft-right';
