/** A path that a file names relative to its own folder, relative to the folder from which the file was named. */
export function besideFile(file: string, path: string): string {
  if (path.startsWith('/')) {
    return path;
  }
  const parts: string[] = [];
  for (const part of [...file.split('/').slice(0, -1), ...path.split('/')]) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') {
      parts.pop();
    } else if (part !== '.' && (part !== '' || parts.length === 0)) {
      parts.push(part);
    }
  }
  return parts.join('/');
}
