const SMOOTH = 200;

/**
 * How the view of a canvas moves: at once for who wants no motion, and where the canvas has no size, as while its panel
 * is hidden or dragged shut, for then every place on the way would be NaN (d3-zoom). Straight, since the curve that
 * zooms out on its way is NaN where the middles are almost one (d3-interpolate).
 */
export function glide(
  canvas: Pick<HTMLElement, 'clientWidth' | 'clientHeight'> | null,
  isCalm: boolean
): { duration: number; interpolate: 'linear' } {
  const hasSize = canvas !== null && canvas.clientWidth > 0 && canvas.clientHeight > 0;
  return { duration: hasSize && !isCalm ? SMOOTH : 0, interpolate: 'linear' };
}
