/** JSON text as Python's `json.dumps(value, sort_keys=True)` prints it, which is how the SDK writes loop items. */
export function pythonJson(value: unknown): string {
  if (typeof value === 'number') {
    return numberText(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(pythonJson).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, member]) => `${textOf(key)}: ${pythonJson(member)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? textOf(value) : value === undefined ? 'null' : JSON.stringify(value);
}

const NOT_PRINTABLE_ASCII = /[\u007f-\uffff]/g;

const textOf = (text: string): string =>
  JSON.stringify(text).replace(
    NOT_PRINTABLE_ASCII,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  );

/** Integers as they are; others as Python's `repr`: shortest digits, `1e-05`, `1.5e+16`. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) {
    return BigInt(value).toString();
  }
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 16) {
    return String(value);
  }
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
