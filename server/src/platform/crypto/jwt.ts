import { hmac, sameText } from './signature.ts'

/** What an access token says. `iat` and `exp` are seconds since 1970. */
export type Claims = { iss: string; iat: number; exp: number } & Record<string, unknown>
export type TokenCheck = { result: 'valid'; claims: Claims } | { result: 'expired' } | { result: 'invalid' }

export type AccessTokens = {
  sign(content: Record<string, unknown>, lifetimeSeconds: number, now: Date): string
  verify(token: string, now: Date): TokenCheck
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The only header ever accepted, compared as text: no other algorithm, no key address, nothing to be confused by. */
const header = encode({ alg: 'HS256', typ: 'JWT' })

const readClaims = (payload: string): Claims | null => {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims
  } catch {
    return null
  }
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000)

/** JSON Web Tokens (RFC 7519) with HMAC-SHA256, for short access tokens that this product makes and reads itself. */
export const createAccessTokens = (secret: string, issuer: string): AccessTokens => ({
  sign: (content, lifetimeSeconds, now) => {
    const claims: Claims = { ...content, iss: issuer, iat: seconds(now), exp: seconds(now) + lifetimeSeconds }
    const signed = `${header}.${encode(claims)}`
    return `${signed}.${hmac(secret, signed).toString('base64url')}`
  },
  verify: (token, now) => {
    const [head, payload, signature, ...rest] = token.split('.')
    if (head !== header || !payload || !signature || rest.length > 0) return { result: 'invalid' }
    if (!sameText(signature, hmac(secret, `${head}.${payload}`).toString('base64url'))) return { result: 'invalid' }
    const claims = readClaims(payload)
    if (claims === null || claims.iss !== issuer || typeof claims.exp !== 'number') return { result: 'invalid' }
    return seconds(now) < claims.exp ? { result: 'valid', claims } : { result: 'expired' }
  },
})
