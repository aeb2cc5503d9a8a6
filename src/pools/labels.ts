const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Keys of labels, taints and annotations: an optional DNS subdomain, `/`, and a name of at most 63 characters. */
export function isLabelKey(text: string): boolean {
  const slash = text.indexOf('/');
  if (slash < 0) {
    return NAME.test(text);
  }
  const prefix = text.slice(0, slash);
  return prefix.length <= 253 && DNS_SUBDOMAIN.test(prefix) && NAME.test(text.slice(slash + 1));
}

/** Values of labels and taints: empty, or a name of at most 63 characters. */
export function isLabelValue(text: string): boolean {
  return text === '' || NAME.test(text);
}

/** Resource names that devices may have: a domain is a must, and `kubernetes.io` is taken. */
export function isExtendedResource(text: string): boolean {
  return (
    text.includes('/') &&
    isLabelKey(text) &&
    !/(^|\.)kubernetes\.io\//.test(text) &&
    !text.startsWith('requests.')
  );
}
