/**
 * Gives ids to nodes: the name of the task where it is free, else with that of the group in front, else with a number
 * behind. A slash separates files inside files, and stands in no id.
 */
export function nodeIds(): (name: string, parent: string | undefined) => string {
  const taken = new Set(['']);
  const counts = new Map<string, number>();
  return (name, parent) => {
    const plain = name.replaceAll('/', '-') || 'task';
    const inParent = parent === undefined ? plain : `${parent}-${plain}`;
    let id = [plain, inParent].find(candidate => !taken.has(candidate));
    for (let count = counts.get(inParent) ?? 2; id === undefined; count++) {
      const candidate = `${inParent}-${count}`;
      if (!taken.has(candidate)) {
        id = candidate;
        counts.set(inParent, count + 1);
      }
    }
    taken.add(id);
    return id;
  };
}
