const SECONDS = { d: 86400, h: 3600, m: 60, s: 1 } as const;
const FORM = /^(?:(\d+(?:\.\d+)?)d)?(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;

/** The seconds in a duration such as `90s`, `15m`, `1h30m` or `2d`; undefined for any other text. */
export function durationSeconds(text: string): number | undefined {
  const match = FORM.exec(text.trim());
  if (!match || match[0] === '') {
    return undefined;
  }
  return Object.values(SECONDS).reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
}
