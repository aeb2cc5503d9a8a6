import { lackingIn, suggestImage } from '../flow';
import type { Requirement } from '../notebook';
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
  const packages = listed(missing.map(({ requirement }) => requirement));
  return image
    ? `Choose ${image} or an image of your own with them, or name ${packages} under packages of the step.`
    : `Choose an image of your own with them, or name ${packages} under packages of the step.`;
}
