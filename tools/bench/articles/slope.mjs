/** The least-squares slope through points, and half the width of its 95 % interval (Student's t, n - 2 degrees). */
export function slopeOf(points) {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const sxx = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const sxy = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const slope = sxy / sxx;
  const rest = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  // 2.02 is Student's t for 38 degrees of freedom, which is what memory.mjs has.
  return { slope, halfWidth: 2.02 * Math.sqrt(rest / (n - 2) / sxx) };
}
