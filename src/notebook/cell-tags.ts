/** Cells whose literals are the parameters of a notebook: papermill's. */
export const PARAMETERS = 'parameters';

/** Cells whose assignments become the parameters of a pipeline: Kale's. */
export const PIPELINE_PARAMETERS = 'pipeline-parameters';

/** Cells that are left out: Kale's. */
export const SKIP = 'skip';
