/** The longest wait before listening is tried again, in seconds. */
const longestSeconds = 60

/**
 * Seconds before listening begins again after so many failures in a row: 1, 2, 4 … 60, of which up to a half is left out by chance, so that many channels do
 * not come back at once. What the vendor asks for is waited exactly.
 */
export const waitSeconds = (failures: number, asked: number | null, random: () => number): number =>
  asked ?? Math.min(longestSeconds, 2 ** Math.min(failures - 1, 10)) * (1 - random() / 2)
