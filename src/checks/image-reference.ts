const DOMAIN_PART = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PATH_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const NAME = `(?:${DOMAIN}/)?${PATH_PART}(?:/${PATH_PART})*`;
const TAG = '[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}';
const DIGEST = '[a-zA-Z][a-zA-Z0-9]*(?:[-_+.][a-zA-Z][a-zA-Z0-9]*)*:[0-9a-fA-F]{32,}';

const REFERENCE = new RegExp(`^(${NAME})(?::${TAG})?(?:@${DIGEST})?$`);
const LONGEST_NAME = 255;

/**
 * Whether a text is an image reference: name, tag and digest as the OCI distribution specification ("Pulling
 * manifests") and the reference grammar of distribution/reference have them. A bare image id of 64 digits is none.
 */
export function isImageName(text: string): boolean {
  const match = REFERENCE.exec(text);
  return match !== null && match[1].length <= LONGEST_NAME && !/^[a-f0-9]{64}$/.test(text);
}
