/** Codes that nobody took, after which no further one is shown: whoever has the telephone in hand again asks for one. WhatsApp gives as many for one line. */
export const MOST_CODES = 6
