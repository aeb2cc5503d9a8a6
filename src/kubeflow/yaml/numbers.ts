/** A double as Python's `repr` prints it: shortest digits, `1.0`, from 1e16 and below 1e-4 `1e-05`. */
export function pythonFloat(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  }
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 16) {
    const digits = Object.is(value, -0) ? '-0' : String(value);
    return digits.includes('.') ? digits : `${digits}.0`;
  }
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** A double as PyYAML prints it: as Python, but YAML 1.1 needs a point before an exponent, infinities and no number. */
export function doubleText(value: number): string {
  const text = pythonFloat(value);
  if (!Number.isFinite(value)) {
    return text.replace(/^-?/, sign => `${sign}.`);
  }
  return text.includes('.') ? text : text.replace('e', '.0e');
}
