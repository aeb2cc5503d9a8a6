import type { TranslationBundle } from '@jupyterlab/translation';
import { layoutPipeline, resolve } from '../../flow';
import type { AnalyzedNotebook, KalePipeline } from '../../notebook';
import { drawKale, nameOfFile, newId, type Pipeline } from '../../pipeline';

/**
 * The pipeline that Kale's tags make of a notebook, every node in its place, and what a user is told of it: what the
 * tags say and the pipeline does not is named.
 * @param own path of the notebook, relative to the folder of the pipeline
 * @param path path of the pipeline
 */
export function kaleDrawing(
  kale: KalePipeline,
  analyzed: AnalyzedNotebook,
  own: string,
  path: string,
  trans: Pick<TranslationBundle, '__' | '_n'>
): { pipeline: Pipeline; told: string } {
  const notebook = { ...analyzed, path: own };
  const { pipeline, lost } = drawKale(kale, notebook, own, { id: newId(), name: nameOfFile(path) });
  const flow = resolve(pipeline, { notebook: () => notebook });
  const drawn = trans._n(
    "Drawn by Kale's tags: %1 step.",
    "Drawn by Kale's tags: %1 steps.",
    kale.steps.length
  );
  return {
    pipeline: { ...pipeline, layout: layoutPipeline(flow) },
    told: [drawn, ...lost.map(({ message }) => message)].join(' ')
  };
}
