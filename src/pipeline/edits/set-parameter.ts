import { findFault } from '../file/explain-errors';
import { Parameter } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { PipelineEditError } from './edit-error';

/**
 * Sets a parameter of the pipeline, or removes it when it is undefined. What a removed parameter fed
 * keeps naming it, so that the checks can say so.
 * @throws PipelineEditError when the parameter does not fit its schema.
 */
export function setParameter(doc: SharedPipeline, name: string, parameter: Parameter | undefined): void {
  const fault = parameter && findFault(Parameter, parameter);
  if (fault) {
    const field = fault.path.join('.') || 'it';
    throw new PipelineEditError(
      `The parameter "${name}" cannot be set so: ${field} ${fault.reason}.`,
      undefined,
      [name, ...fault.path]
    );
  }
  doc.transact(() => doc.write(['parameters', name], parameter));
}
