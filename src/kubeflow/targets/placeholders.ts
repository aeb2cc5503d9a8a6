import type { ContainerSpec } from '../spec';
import type { TaskPlace } from './places';

/** Where placeholders begin, also those that stand in the JSON text of `Concat` and `IfPresent`. */
const OPEN = '{{$';

/** What the backend fills in when a constant is this and nothing else (#13424). */
const JOB =
  /\{\{\$\.(pipeline_job_(name|resource_name|uuid|create_time_utc|schedule_time_utc)|pipeline_task_(name|uuid))\}\}/;

/** Elements of a command line with a placeholder or a conditional in them, and their places. */
export function dynamicElements(container: ContainerSpec | undefined) {
  return (['command', 'args'] as const).flatMap(part =>
    (container?.[part] ?? []).flatMap((text, index) =>
      text.includes(OPEN) || conditional(text) ? [{ part, index, text }] : []
    )
  );
}

/** The kind of a JSON text that is put together when the step starts. */
export function conditional(text: string): 'Concat' | 'IfPresent' | undefined {
  const [, kind] = /^\s*\{\s*"(Concat|IfPresent)"\s*:/.exec(text) ?? [];
  return kind as 'Concat' | 'IfPresent' | undefined;
}

export const hasPlaceholder = (text: string | undefined): boolean => text?.includes(OPEN) ?? false;

/** True for a text that is one placeholder of a parameter and nothing else. */
export const isWhole = (text: string): boolean => /^\{\{\$\.inputs\.parameters\[[^\]]*\]\}\}$/.test(text);

/** The parameters that the placeholders of a text name. */
export function parametersIn(text: string): string[] {
  return [...text.matchAll(/\{\{\$\.inputs\.parameters\[['"]([^\]]*)['"]\]\}\}/g)].map(([, name]) => name);
}

/** Texts among the constants that a task is given. */
export function constants({ task }: TaskPlace): string[] {
  return Object.values(task.inputs?.parameters ?? {}).flatMap(({ runtimeValue }) =>
    typeof runtimeValue?.constant === 'string' ? [runtimeValue.constant] : []
  );
}

/** A placeholder of the job that stands within a longer text. */
export const hasEmbeddedJob = (text: string): boolean => {
  const [found] = JOB.exec(text) ?? [];
  return found !== undefined && found !== text;
};

export const hasJob = (text: string): boolean => JOB.test(text);

/** Placeholders that the launcher leaves as they are. */
export const UNFILLED =
  /\{\{\$\.(pipeline_root|outputs\.output_file|outputs\.output_metadata_uri|pipeline_google_cloud_\w+)\}\}|\.metadata\b|\{\{\$\.(inputs|outputs)\.artifacts\[[^\]]*\]\}\}/;
