/**
 * WhatsApp's spelling of a number is not always E.164: Argentina carries a 9, old Mexican ids a 1, old Brazilian ids lack the ninth digit.
 * Ids are stored as they came; these rules only find the same person under another spelling.
 */

const argentineMobile = /^549(\d{10})$/
const argentineBare = /^54(\d{10})$/
const mexicanOld = /^521(\d{10})$/
const mexicanNew = /^52(\d{10})$/
const brazilianOld = /^55(\d{2})([6-9]\d{7})$/
const brazilianNew = /^55(\d{2})9([6-9]\d{7})$/

const rewrite = (digits: string, rule: RegExp, to: (...groups: string[]) => string): string[] => {
  const match = rule.exec(digits)
  return match ? [to(...match.slice(1))] : []
}

/**
 * Other spellings under which the sender of `waId` may already be known. Argentina goes one way only: a 549 id may be a number typed without
 * the 9, but a landline 54… is never taken for a mobile. Brazilian landlines (2-5) have no variant.
 */
export const knownAs = (waId: string): string[] => [
  ...rewrite(waId, argentineMobile, (rest) => `54${rest}`),
  ...rewrite(waId, mexicanOld, (rest) => `52${rest}`),
  ...rewrite(waId, mexicanNew, (rest) => `521${rest}`),
  ...rewrite(waId, brazilianOld, (area, rest) => `55${area}9${rest}`),
  ...rewrite(waId, brazilianNew, (area, rest) => `55${area}${rest}`),
]

/** The spelling without the 9 of an Argentine mobile, which may as well be a landline; null for every other number. */
export const argentineBareForm = (waId: string): string | null => rewrite(waId, argentineMobile, (rest) => `54${rest}`)[0] ?? null

/** The dialable number for display, SMS and voice. Ids of unknown shape come back with a plus and nothing else changed. */
export const e164Of = (waId: string): string | null => {
  if (!/^\d{7,15}$/.test(waId)) return null
  const dialable = rewrite(waId, mexicanOld, (rest) => `52${rest}`)[0] ?? rewrite(waId, brazilianOld, (area, rest) => `55${area}9${rest}`)[0] ?? waId
  return `+${dialable}`
}

/** Spellings to try when sending to a dialable number, best first. The second Argentine form is for sending only, never for identity. */
export const sendCandidates = (e164: string): string[] => {
  const digits = e164.replace(/^\+/, '')
  return [digits, ...knownAs(digits), ...rewrite(digits, argentineBare, (rest) => `549${rest}`)].filter((value, index, all) => all.indexOf(value) === index)
}

/** One spelling for all variants of a number: a key for locks and lanes, never stored as an address. */
export const canonical = (waId: string): string =>
  rewrite(waId, argentineMobile, (rest) => `54${rest}`)[0] ??
  rewrite(waId, mexicanOld, (rest) => `52${rest}`)[0] ??
  rewrite(waId, brazilianNew, (area, rest) => `55${area}${rest}`)[0] ??
  waId
