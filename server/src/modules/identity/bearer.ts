/** The token of an `Authorization: Bearer` header (RFC 6750), null without one. */
export const bearerOf = (header: string | undefined): string | null => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null
