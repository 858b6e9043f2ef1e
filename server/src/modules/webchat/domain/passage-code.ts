/** Four groups of the letters that nobody confuses. */
const pattern = /(?<![0-9A-Z-])[2-9A-HJKMNP-TW-Z]{4}(?:-[2-9A-HJKMNP-TW-Z]{4}){3}(?![0-9A-Z-])/i

/** The first code in what somebody wrote; null when there is none. */
export const passageCodeIn = (text: string): string | null => pattern.exec(text)?.[0].toUpperCase() ?? null
