import type { FileUse, FunctionFacts, GivenPaths, PathPart } from '../facts';

/** The files that a function touches where a statement calls it: those of parameters are what each call gives. */
export function filesGiven(
  { name, parameters, files }: FunctionFacts,
  calls: readonly GivenPaths[] = []
): FileUse[] {
  const said = calls.filter(({ callee }) => callee === name);
  const each = said.length > 0 ? said : [{ paths: ANY }];
  return files.flatMap(file =>
    file.parts?.some(isParameter) ? each.map(({ paths }) => withGiven(file, paths, parameters)) : [file]
  );
}

/** Of a call that is not known. */
const ANY: GivenPaths['paths'] = [{ parameter: '*', parts: [null] }];

function withGiven(file: FileUse, paths: GivenPaths['paths'], parameters: readonly string[]): FileUse {
  const parts = file.parts?.flatMap(part => {
    if (!isParameter(part)) {
      return [part];
    }
    const position = parameters.indexOf(part.name);
    const given = paths.find(({ parameter }) => parameter === part.name || parameter === position);
    const open = paths.some(({ parameter }) => parameter === '*');
    return given?.parts ?? (open ? undefined : part.default) ?? [null];
  });
  return { ...file, parts };
}

const isParameter = (part: PathPart): part is { name: string; parameter: true; default?: PathPart[] } =>
  part !== null && typeof part !== 'string' && part.parameter === true;
