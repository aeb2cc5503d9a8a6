/** Turns offsets into lines and columns. */
export class LineTable {
  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      this._starts.push(at + 1);
    }
  }

  /** 1-based line, 0-based column. Offsets mostly grow, so the last line found is tried first. */
  locate(offset: number): { line: number; column: number } {
    let line = this._last;
    if (offset < this._starts[line]) {
      line = 0;
    }
    if (offset - this._starts[line] > 2000) {
      let high = this._starts.length;
      while (high - line > 1) {
        const middle = (line + high) >> 1;
        if (this._starts[middle] <= offset) {
          line = middle;
        } else {
          high = middle;
        }
      }
    }
    while (line + 1 < this._starts.length && this._starts[line + 1] <= offset) {
      line++;
    }
    this._last = line;
    return { line: line + 1, column: offset - this._starts[line] };
  }

  private readonly _starts: number[] = [0];
  private _last = 0;
}
