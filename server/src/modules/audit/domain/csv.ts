/**
 * A cell as every spreadsheet takes it: quoted, and never a formula. What begins like one (also behind blanks) gets an apostrophe, which
 * spreadsheets show as text.
 */
export const cellOf = (value: string): string => {
  const harmless = /^[\s]*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return `"${harmless.replaceAll('"', '""')}"`
}

export const lineOf = (values: readonly (string | number | null)[]): string =>
  `${values.map((value) => cellOf(value === null ? '' : String(value))).join(',')}\r\n`
