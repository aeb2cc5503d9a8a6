const LONGEST = 40;

/** Lines that prepare rather than say what a cell does: magics, shell lines, imports. */
const PREPARES = /^(%|!|import\s|from\s+\S+\s+import\s)/;

/** What the title of cells is made of. */
interface Titled {
  source: string;
  heading?: string;
}

/**
 * What a step of these cells is called that nobody named: the heading above the first cell, else the first line that
 * says something.
 */
export function cellsTitle(cells: readonly Titled[]): string | undefined {
  return shortened(cells[0]?.heading ?? firstLine(cells));
}

/** The title that cells have already, when nobody names them: a node without one follows what is written above them. */
export function isCellsTitle(title: string, cells: readonly Titled[]): boolean {
  const own = cells[0]?.heading;
  return shortened(title) === cellsTitle(cells) || (own !== undefined && title === unnumbered(own));
}

/** `2.1 Load` is called `Load`. */
export const unnumbered = (heading: string): string => heading.replace(/^[\d.)\s-]+(?=\p{L})/u, '');

const shortened = (title: string | undefined): string | undefined => title?.slice(0, LONGEST).trim();

function firstLine(cells: readonly Titled[]): string | undefined {
  const lines = cells
    .flatMap(({ source }) => source.split('\n'))
    .map(line => line.trim().replace(/^#+(\s*%%)?\s*/, ''))
    .filter(line => line !== '');
  return lines.find(line => !PREPARES.test(line)) ?? lines[0];
}
