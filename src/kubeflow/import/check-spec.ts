import { type PipelineSpec, type SpecFault, type SpecFile, validateSpec } from '../spec';
import { SpecImportError } from './import-error';

/**
 * Fields that Kubeflow does not know are kept; of what it knows, each must be what it should be, and every task must
 * have its component: without it nobody knows what the task is.
 * @throws SpecImportError that names the first that is not
 */
export function checkSpec(file: SpecFile): void {
  const faults = validateSpec(file);
  const fault = faults.find(({ unknown }) => !unknown);
  if (fault) {
    const at = fault.path ? `\`${fault.path}\` of the spec` : 'The spec';
    throw new SpecImportError(`${at} is not as Kubeflow reads it: ${fault.message}`);
  }
  const lacks = missingComponent(file.spec);
  if (lacks) {
    throw new SpecImportError(
      `The task "${lacks.task}" runs the component "${lacks.component}", which the spec lacks${odd(faults)}.`
    );
  }
}

function missingComponent({
  root,
  components = {}
}: PipelineSpec): { task: string; component: string } | undefined {
  for (const { dag } of [root, ...Object.values(components)]) {
    for (const [task, { componentRef }] of Object.entries(dag?.tasks ?? {})) {
      const component = componentRef?.name;
      if (component !== undefined && !Object.hasOwn(components, component)) {
        return { task, component };
      }
    }
  }
  return undefined;
}

/** A field that nobody knows is the likely reason: a key was misspelt. */
function odd(faults: readonly SpecFault[]): string {
  const unknown = faults.filter(({ path }) => !path.includes('.')).map(({ path }) => `\`${path}\``);
  return unknown.length ? `; Kubeflow knows no field ${unknown.join(', ')}` : '';
}
