import { isImageName } from '../image-reference';
import type { Rule } from '../rule';
import { steps } from '../flow-nodes';
import { titled } from '../words';

export const imageName: Rule = {
  id: 'image-name',
  about: 'Images have names that a registry and a container runtime take.',
  check: ({ flow }) =>
    steps(flow).flatMap(node => {
      const { image } = node.node;
      return !image || image.includes('{{$') || isImageName(image)
        ? []
        : [
            {
              severity: 'error',
              node: node.id,
              field: 'image',
              message: `${titled(node)} has the image “${image}”, which is no image name.`,
              fix: fixFor(image)
            }
          ];
    })
};

/** The name without its commonest faults, when that is enough. */
function fixFor(image: string): string {
  const bare = image.trim().replace(/^[a-z]+:\/\//i, '');
  const slash = bare.lastIndexOf('/');
  const colon = bare.indexOf(':', slash);
  const name = colon < 0 ? bare : bare.slice(0, colon);
  const better = [bare, name.toLowerCase() + bare.slice(name.length)].find(isImageName);
  return better ? `Write ${better}.` : 'Write a name such as ghcr.io/acme/score:1.4.';
}
