const NANO = 1_000_000_000n;
/** Kubernetes caps every quantity at the largest signed 64-bit integer. */
const LARGEST = (2n ** 63n - 1n) * NANO;

const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+|)$/;

/** What each suffix multiplies by: powers of ten as an exponent, powers of 1024 as a factor. */
const DECIMAL: Record<string, number> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY: Record<string, bigint> = {
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
  Pi: 2n ** 50n,
  Ei: 2n ** 60n
};

/**
 * A Kubernetes quantity in billionths of its unit, exactly: `500m` of CPU is 500_000_000n, `1Ki` of memory is
 * 1024_000_000_000n. Finer than a billionth rounds away from zero and more than 2^63-1 is capped, as Kubernetes
 * does (k8s.io/apimachinery, `resource.Quantity`).
 * @returns undefined when the text is no quantity.
 */
export function parseQuantity(text: string): bigint | undefined {
  const match = QUANTITY.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction = '', suffix] = match;
  if (whole + fraction === '') {
    return undefined;
  }
  const digits = BigInt(whole + fraction);
  const exponent = (BINARY[suffix] ? 0 : decimalExponent(suffix)) + 9 - fraction.length;
  const size = scale(digits * (BINARY[suffix] ?? 1n), exponent);
  const capped = size > LARGEST ? LARGEST : size;
  return sign === '-' ? -capped : capped;
}

function decimalExponent(suffix: string): number {
  return DECIMAL[suffix] ?? Number(suffix.slice(1));
}

/** `value` × 10^`exponent`, rounded up; never works on more digits than the cap needs. */
function scale(value: bigint, exponent: number): bigint {
  if (value === 0n) {
    return 0n;
  }
  if (exponent >= 0) {
    return exponent > 40 ? LARGEST + 1n : value * 10n ** BigInt(exponent);
  }
  const length = value.toString().length;
  if (-exponent > length) {
    return 1n;
  }
  const divisor = 10n ** BigInt(-exponent);
  return (value + divisor - 1n) / divisor;
}
