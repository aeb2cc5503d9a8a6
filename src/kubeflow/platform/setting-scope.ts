import type { Binding } from '../../pipeline';
import { parameterSource } from '../bindings';
import { readName } from '../read-name';
import type { ParameterSource } from '../spec';
import type { StepScope } from '../step-scope';

/** A name that is written in the file, or comes from elsewhere when the pipeline runs. */
export type Name = string | Binding;

/** What feeds a setting; undefined, and an entry in the ledger, when it is not in the spec. */
export function settingSource(
  binding: Binding,
  field: string,
  { flow, ledger, source }: StepScope
): ParameterSource | undefined {
  const found = source(binding);
  if (!found) {
    ledger.lost(
      field,
      `${readName(binding, flow)}, which feeds it, is not in the spec.`,
      'Feed it by something else.'
    );
    return undefined;
  }
  if ('artifact' in found && found.artifact) {
    ledger.lost(
      field,
      `${readName(binding, flow)} gives an artifact, and this takes a parameter.`,
      'Feed it by a parameter.'
    );
    return undefined;
  }
  return parameterSource(found);
}

/**
 * A name in both forms: the deprecated field, which servers before 2.5 read alone (#11621, #11770), where it can say it, and the
 * newer one. Both, as the SDK writes them.
 */
export function nameFields<Old extends string, New extends string>(
  name: Name,
  field: string,
  older: Old,
  newer: New,
  scope: StepScope
): Partial<Record<Old, string> & Record<New, ParameterSource>> {
  const fields: Partial<Record<string, string | ParameterSource>> = {};
  // a constant is a name that is written
  const written = typeof name === 'object' && 'value' in name ? name.value : name;
  if (typeof written === 'string') {
    fields[older] = written;
  }
  const source =
    typeof name === 'string' ? { runtimeValue: { constant: name } } : settingSource(name, field, scope);
  if (source) {
    fields[newer] = source;
  }
  return fields as Partial<Record<Old, string> & Record<New, ParameterSource>>;
}
