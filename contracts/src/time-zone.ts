/**
 * Whether a text names a zone of the IANA data (`Area/City` or `UTC`). Offsets (`+03:00`) and abbreviations (`EST`) are
 * refused: they do not know daylight saving, and PostgreSQL reads some of them with the opposite sign.
 */
export const isTimeZone = (name: string): boolean => {
  if (!/^(UTC|[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+){1,2})$/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
