/** Written like a number: digits, and what people put between them. */
const likeNumber = /^[+(]?[\d\s().·\-–/]+$/
/** So many digits at the end of a number are the same however it is spelt: with country, trunk and carrier prefixes or without. */
const tail = 8

/** What is looked for where people are looked for: a phone number by the part of it that no spelling changes, all else as it was written. */
export const soughtWords = (written: string): string => {
  const digits = written.replace(/\D/g, '')
  return digits.length >= 4 && likeNumber.test(written) ? digits.slice(-tail) : written
}
