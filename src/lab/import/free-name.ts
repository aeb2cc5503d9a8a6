/** A name that no file has: `train.weft`, else `train-1.weft`, `train-2.weft` and so on. */
export function freeName(stem: string, extension: string, taken: ReadonlySet<string>): string {
  let name = `${stem}${extension}`;
  for (let count = 1; taken.has(name); count++) {
    name = `${stem}-${count}${extension}`;
  }
  return name;
}
