/** The one spelling under which an e-mail address is stored and looked up. */
export const normalEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** A loose check: one @ with something on both sides, no blanks and no control characters (PostgreSQL stores no NUL); longer than 254 letters cannot be delivered (RFC 5321). */
export const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(text)
