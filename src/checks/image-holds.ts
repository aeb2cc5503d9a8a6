import { lackingIn, suggestImage } from '../flow';
import { mayBeLocal, type Requirement } from '../notebook';
import type { CodeNode } from '../pipeline';
import type { FlowNodeOf } from './flow-nodes';
import { listed } from './words';

const NAME = /^[A-Za-z0-9][\w.-]*/;
const normalName = (name: string) => name.replace(/[-_.]+/g, '-').toLowerCase();

/** Requirements of a step that an image lacks and that it does not install; none where nobody knows the image. */
export function missingFrom(image: string, { node, requirements }: FlowNodeOf<CodeNode>): Requirement[] {
  const installed = new Set((node.packages ?? []).map(text => normalName(NAME.exec(text)?.[0] ?? text)));
  return (lackingIn(image, requirements) ?? []).filter(
    ({ distribution }) => !installed.has(normalName(distribution))
  );
}

/** What to do about it: an image that holds all, or packages for the step. */
export function imageFix(
  { node, requirements }: FlowNodeOf<CodeNode>,
  missing: readonly Requirement[]
): string {
  const image = suggestImage(requirements, node.resources?.accelerators !== undefined);
  const local = missing.filter(mayBeLocal);
  const packages = missing.filter(each => !local.includes(each)).map(({ requirement }) => requirement);
  const choice = `Choose ${image ? `${image} or ` : ''}an image of your own with them`;
  return [
    packages.length > 0 ? `${choice}, or name ${listed(packages)} under packages of the step.` : `${choice}.`,
    ...(local.length > 0 ? [localFix(listed(local.map(({ distribution }) => distribution)))] : [])
  ].join(' ');
}

/** What to do about what may be files: a package of that name is a stranger's. */
const localFix = (names: string): string =>
  `${names} may be your own, a file or folder beside the notebook, which a step does not have: write it in a cell by ` +
  `%%writefile, or put it into the image. Name it under packages of the step only if it is a package.`;
