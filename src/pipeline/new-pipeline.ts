import { slug } from './id';
import { type Pipeline, VERSION } from './schema';

/** A pipeline with nothing in it. */
export function newPipeline({ id, name }: { id: string; name: string }): Pipeline {
  return { weft: VERSION, id, name, parameters: {}, nodes: {}, layout: {} };
}

/** The name that a new pipeline gets from the path of its file: `a/Churn model.weft` gives `churn-model`. */
export function nameOfFile(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.weft$/i, '');
  return slug(base) || 'untitled';
}
