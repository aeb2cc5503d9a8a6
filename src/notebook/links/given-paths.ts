import type { FileUse, FunctionFacts, GivenPaths, PathPart } from '../facts';

/** The files that a function touches where a statement calls it: those of parameters are what each call gives. */
export function filesGiven(
  { name, parameters, files }: FunctionFacts,
  calls: readonly GivenPaths[] = []
): FileUse[] {
  return files.flatMap(file =>
    file.parts?.some(isParameter)
      ? calls
          .filter(({ callee }) => callee === name)
          .flatMap(({ paths }) => withGiven(file, paths, parameters) ?? [])
      : [file]
  );
}

function withGiven(file: FileUse, paths: GivenPaths['paths'], parameters: readonly string[]): FileUse | null {
  const parts: PathPart[] = [];
  for (const part of file.parts ?? []) {
    const given = isParameter(part)
      ? paths.find(({ parameter }) => parameter === part.name || parameter === parameters.indexOf(part.name))
          ?.parts
      : [part];
    if (!given) {
      return null;
    }
    parts.push(...given);
  }
  return { ...file, parts };
}

const isParameter = (part: PathPart): part is { name: string; parameter: true } =>
  typeof part !== 'string' && part.parameter === true;
