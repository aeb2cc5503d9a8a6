import yaml from 'js-yaml';

/** A number that stands in a `double` or a `google.protobuf.Value`: printed with a point, as the SDK does. */
export class Double {
  constructor(readonly value: number) {}
}

/** Packed code: thousands of characters of which each is plain, and that no reader takes for anything but text. */
export class Base64 {
  constructor(readonly text: string) {}
}

/** Short texts are left to the writer, which knows what `y` and `0x1` are. */
export const isLongBase64 = (text: string): boolean =>
  text.length > 100 && /^[A-Za-z][A-Za-z0-9+/]*={0,2}$/.test(text);

/**
 * Plain scalars that YAML 1.1 readers (PyYAML, the server's Go reader) take for something else than text
 * though YAML 1.2 does not: booleans, numbers with `_`, octal, binary, base 60, exponents, dates, `=`, `<<`.
 * From the type repository of YAML 1.1 (yaml.org/type).
 */
const NOT_TEXT = [
  /^(?:y|n|yes|no|true|false|on|off|null|~|=|<<)$/i,
  /^[-+]?0(?:b[01_]+|o?[0-7_]+|x[\da-f_]+)$/i,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[-+]?\d+)?$/i,
  /^[-+]?\.(?:inf|nan)$/i,
  /^\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?$/
];

/** js-yaml's own schema, and what older readers need to read the same values. */
export const SCHEMA = yaml.DEFAULT_SCHEMA.extend({
  implicit: [
    // named only to make the writer quote such text; never written itself, hence the predicate
    new yaml.Type('tag:yaml.org,2002:yaml11', {
      kind: 'scalar',
      resolve: (text: unknown) => typeof text === 'string' && NOT_TEXT.some(scalar => scalar.test(text)),
      predicate: () => false
    }),
    new yaml.Type('tag:yaml.org,2002:double', {
      kind: 'scalar',
      resolve: () => false,
      instanceOf: Double,
      represent: (number: object) => doubleText((number as Double).value)
    }),
    // spares the writer a look at every character, which is most of its work
    new yaml.Type('tag:yaml.org,2002:base64', {
      kind: 'scalar',
      resolve: () => false,
      instanceOf: Base64,
      represent: (packed: object) => (packed as Base64).text
    })
  ]
});

/** A double as PyYAML prints it: shortest digits, `1.0`, and from 1e16 and below 1e-4 `1.0e-05`. */
export function doubleText(value: number): string {
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 16) {
    const digits = String(value);
    return digits.includes('.') ? digits : `${digits}.0`;
  }
  const sign = power < 0 ? '-' : '+';
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
