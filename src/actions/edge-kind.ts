import type { Translation } from './action';
import type { Wire } from './group-wires';
import { nameText } from './name-text';

/** What the kind of an edge means, in a sentence: the legend of how it is drawn. */
export function kindText({ kind, sourcePort, derived }: Wire, trans: Translation): string {
  switch (kind) {
    case 'update':
      return trans.__('Update (long dashes): the reader changes the value.');
    case 'maybe':
      return trans.__('Maybe (dots): the value is perhaps needed or changed.');
    case 'file':
      return sourcePort === undefined
        ? trans.__('File (dash and dot): only orders the steps; both reach the file themselves.')
        : trans.__('File (dash and dot): a file that one step writes and the other reads.');
    case 'order':
      return trans.__('Order (dashes with an arrow): runs later, takes no data.');
    default:
      return derived
        ? trans.__('Data (line): a value that the code passes on.')
        : trans.__('Data (bold line): a value that a user bound.');
  }
}

/** The kind of an edge in a word. */
export function kindName({ kind }: Wire, trans: Translation): string {
  const names: Record<Wire['kind'], string> = {
    data: trans.__('data'),
    update: trans.__('update'),
    maybe: trans.__('maybe'),
    file: trans.__('file'),
    order: trans.__('order')
  };
  return names[kind];
}

/** The name that travels along an edge, with the state of it that is read: `df@4`. */
export function versionedName({ why, sourcePort }: Wire, trans: Translation): string {
  const name = nameText(why?.name ?? sourcePort ?? '', trans);
  return why?.version === undefined ? name : `${name}@${why.version}`;
}
