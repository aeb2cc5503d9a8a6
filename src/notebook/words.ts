/** The words of a table that is written as text. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
