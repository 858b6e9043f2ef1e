/** Shares of a hundred that differ by one at most. */
export const evenShares = (count: number): number[] => Array.from({ length: count }, (_, index) => Math.floor(100 / count) + (index < 100 % count ? 1 : 0))
