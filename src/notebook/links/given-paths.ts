import type { FileUse, FunctionFacts, GivenPaths, MethodFacts, PathPart } from '../facts';
import { isNamed, rootOf } from '../effects/paths';

/** The files that a function touches where a statement calls it: those of parameters are what each call gives. */
export function filesGiven(
  { name, parameters, files }: FunctionFacts,
  calls: readonly GivenPaths[] = []
): FileUse[] {
  const said = calls.filter(({ callee }) => callee === name);
  const each = said.length > 0 ? said : [{ paths: UNKNOWN }];
  return files.flatMap(file =>
    file.parts?.some(isParameter)
      ? each.map(({ paths }) => ({ ...file, parts: withGiven(file.parts!, paths, parameters) }))
      : [file]
  );
}

/** Of a call that is not known. */
export const UNKNOWN: GivenPaths['paths'] = [{ parameter: '*', parts: [null] }];

/** What is given to a method, its object included: a name for that. */
export function givenToMethod(object: string, paths: GivenPaths['paths'] = UNKNOWN): GivenPaths['paths'] {
  const others = paths.map(({ parameter, parts }) => ({
    parameter: typeof parameter === 'number' ? parameter + 1 : parameter,
    parts
  }));
  return [{ parameter: 0, parts: [{ name: object }] }, ...others];
}

/** The files that a method touches. */
export function filesOfMethod(
  { parameters, files = [] }: MethodFacts,
  paths: GivenPaths['paths']
): FileUse[] {
  return files.map(file => ({
    ...file,
    ...(file.parts && { parts: withGiven(file.parts, paths, parameters) })
  }));
}

/** A path, with what a call gives in the place of parameters. */
export function withGiven(
  parts: readonly PathPart[],
  paths: GivenPaths['paths'],
  parameters: readonly string[]
): PathPart[] {
  const open = paths.some(({ parameter }) => parameter === '*');
  return parts.flatMap(part => {
    if (!isParameter(part)) {
      return [part];
    }
    const root = rootOf(part.name);
    const position = parameters.indexOf(root);
    const given = paths.find(({ parameter }) => parameter === root || parameter === position);
    const known = given?.parts ?? (open ? undefined : part.default) ?? [null];
    return root === part.name ? known : [placeIn(known, part.name.slice(root.length))];
  });
}

/** A place in the object that a name stands for. */
function placeIn([part, ...more]: readonly PathPart[], place: string): PathPart {
  return isNamed(part) && more.length === 0 ? { ...part, name: part.name + place } : null;
}

const isParameter = (part: PathPart): part is { name: string; parameter: true; default?: PathPart[] } =>
  isNamed(part) && part.parameter === true;
