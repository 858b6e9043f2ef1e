/** Beyond it the last digits of a number are not sure any more. */
const largest = 1e15

/** A result without the noise of binary fractions (0.1 + 0.2 is 0.3); null where it is no number that can be kept. */
export const clean = (value: number): number | null => (Number.isFinite(value) && Math.abs(value) <= largest ? Number(value.toPrecision(15)) + 0 : null)

/** Decimals that a number is rounded to, at most. */
export const mostDecimals = 10

/** Rounded so that a half goes away from nought, as people do it: 2.5 is 3, -2.5 is -3, 1.005 with two decimals is 1.01. */
export const rounded = (value: number, decimals: number): number | null => {
  const scale = 10 ** decimals
  const size = Number((Math.abs(value) * scale).toPrecision(15))
  return clean((Math.sign(value) * Math.round(size)) / scale)
}
