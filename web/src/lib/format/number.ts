export const number = (locale: string, value: number, digits = 0) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
/** `share` is 0-1: `61%`. */
export const percent = (locale: string, share: number, digits = 0) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share).replace(/\s/g, '\u00a0')
/** With its sign, for comparisons: `+12%`, `−3%`. */
export const signedPercent = (locale: string, share: number) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' })
    .format(share)
    .replace('-', '−')
    .replace(/\s/g, '\u00a0')
/** `192 B`, `1,2 MB`, counted by 1024 as channels count their limits (16 MB is 16,777,216 bytes); for less the library would write out "byte". */
export const fileSize = (locale: string, bytes: number): string => {
  if (bytes < 1024) return `${bytes}\u00a0B`
  const [value, unit] = bytes < 1024 ** 2 ? ([bytes / 1024, 'kilobyte'] as const) : ([bytes / 1024 ** 2, 'megabyte'] as const)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
}
