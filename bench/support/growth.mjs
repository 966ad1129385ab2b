// @ts-check

/** @typedef {{ readonly size: number, readonly time: number }} Point both above 0 */
/** @typedef {{ exponent: number, factor: number, fit: number }} Growth `time = factor * size ^ exponent`; `fit` is R² */

/**
 * How a time grows with a size: the least squares of their logarithms. An exponent of 1 is linear.
 *
 * @param {readonly Point[]} points at least two @returns {Growth}
 */
export function growthOf(points) {
  const x = points.map(({ size }) => Math.log(size));
  const y = points.map(({ time }) => Math.log(time));
  const [meanX, meanY] = [mean(x), mean(y)];
  const xx = sum(x.map((value) => (value - meanX) ** 2));
  const yy = sum(y.map((value) => (value - meanY) ** 2));
  const xy = sum(x.map((value, index) => (value - meanX) * ((y[index] ?? 0) - meanY)));
  const exponent = xy / xx;
  return { exponent, factor: Math.exp(meanY - exponent * meanX), fit: xy ** 2 / (xx * yy) };
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** @param {readonly number[]} values */
function mean(values) {
  return sum(values) / values.length;
}
