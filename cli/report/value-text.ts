const LONGEST = 60;

/** A value in a line of a report: JSON, cut when it is long; `removes it` when there is none. */
export function valueText(value: unknown): string {
  if (value === undefined) {
    return 'removes it';
  }
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
