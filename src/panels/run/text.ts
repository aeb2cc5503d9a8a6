/** Escape sequences of terminals: colours and cursor moves (ECMA-48), titles and links (OSC). */
// eslint's no-control-regex is not in force: these are control characters by nature.
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g;

/** What a terminal would show: without escape sequences, and of a line rewritten by `\r` only the last form. */
export function plainText(printed: string): string {
  return printed
    .replace(ESCAPES, '')
    .split('\n')
    .map(line => line.replace(/\r+$/, '').split('\r').at(-1) ?? '')
    .join('\n');
}

/** Seconds, minutes or hours, such as `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`;
  }
  const whole = Math.round(seconds);
  if (whole < 60) {
    return `${whole} s`;
  }
  if (whole < 3600) {
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  }
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** A value of an output on one line; long ones are cut, numbers keep six digits. */
export function outputText(value: unknown): string {
  if (typeof value === 'number') {
    return String(Number(value.toPrecision(6)));
  }
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
