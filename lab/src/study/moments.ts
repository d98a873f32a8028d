/** Moments of a list of values, in sums that do not lose what large values hide. */

/** Sum with the rounding error of every step carried along (Neumaier's form of Kahan's sum). */
export function compensatedSum(count: number, term: (index: number) => number): number {
  let sum = 0;
  let carry = 0;
  for (let i = 0; i < count; i++) {
    const value = term(i);
    const next = sum + value;
    carry += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + carry;
}

/** Arithmetic mean; NaN of no values. */
export function mean(values: ArrayLike<number>): number {
  return compensatedSum(values.length, (i) => values[i]!) / values.length;
}

/** Mean of (value − centre)^power. */
function centralMoment(values: ArrayLike<number>, power: 2 | 3 | 4): number {
  const centre = mean(values);
  return (
    compensatedSum(values.length, (i) => {
      const away = values[i]! - centre;
      const square = away * away;
      return power === 2 ? square : power === 3 ? square * away : square * square;
    }) / values.length
  );
}

/** Variance with n − 1; 0 of a single value. */
export function variance(values: ArrayLike<number>): number {
  const count = values.length;
  return count < 2 ? 0 : (centralMoment(values, 2) * count) / (count - 1);
}

/** Standard deviation with n − 1. */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/** Skewness g1 of the values themselves (no correction for their number). */
export function skewness(values: ArrayLike<number>): number {
  const second = centralMoment(values, 2);
  return centralMoment(values, 3) / (second * Math.sqrt(second));
}

/** Kurtosis of the values themselves, less the 3 of a normal variable. */
export function kurtosisExcess(values: ArrayLike<number>): number {
  const second = centralMoment(values, 2);
  return centralMoment(values, 4) / (second * second) - 3;
}

/** Correlation of each value with the next (lag 1). */
export function lagOneCorrelation(values: ArrayLike<number>): number {
  const centre = mean(values);
  const products = compensatedSum(
    values.length - 1,
    (i) => (values[i]! - centre) * (values[i + 1]! - centre),
  );
  return products / (centralMoment(values, 2) * values.length);
}
