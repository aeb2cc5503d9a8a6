/** One or two letters for a name: of its first and last word. */
export function initials(name: string): string {
  const words = name.split(/[\s._@-]+/).filter(word => word !== '');
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined];
  return (
    letters
      .map(word => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}
