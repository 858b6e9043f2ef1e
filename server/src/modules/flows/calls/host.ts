/** The host that an address leads to, as it is called; empty for what is no address. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')
