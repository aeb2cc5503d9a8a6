const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };
const PART = /\s*(\d+)\s*([smhdw])/gy;

/**
 * Whole seconds of a duration such as `90s`, `15m`, `2h30m` or `1w`; a bare number is seconds.
 * Undefined when the text is no duration. Units of `convert_duration_to_seconds` in Kubeflow's SDK.
 */
export function durationSeconds(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) {
    return Number(trimmed);
  }
  let seconds = 0;
  let end = 0;
  for (const part of trimmed.matchAll(PART)) {
    seconds += Number(part[1]) * UNITS[part[2]];
    end = part.index + part[0].length;
  }
  return end > 0 && end === trimmed.length ? seconds : undefined;
}
