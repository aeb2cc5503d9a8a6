/** A double as Python's `repr` and PyYAML print it: shortest digits, `1.0`, from 1e16 and below 1e-4 `1.0e-05`. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  }
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 16) {
    const digits = Object.is(value, -0) ? '-0' : String(value);
    return digits.includes('.') ? digits : `${digits}.0`;
  }
  const sign = power < 0 ? '-' : '+';
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
