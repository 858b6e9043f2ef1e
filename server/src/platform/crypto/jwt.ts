import { z } from 'zod'
import { Failure } from '../failure.ts'
import { hmac, sameText } from './signature.ts'

/** What an access token says: a person, their session, the tenant it is for, and the person's epoch at its making. */
export type AccessClaims = { userId: string; sessionId: string; tenantId: string | null; epoch: number }

export type AccessTokens = {
  sign(claims: AccessClaims, expiresAt: Date): Promise<string>
  /** Fails with `auth.token_expired` or `auth.token_invalid`. */
  verify(token: string): Promise<AccessClaims & { expiresAt: Date }>
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The only header ever accepted, compared as text: no other algorithm, no key address, nothing to be confused by. */
const header = encode({ alg: 'HS256', typ: 'JWT' })

/** Claims on the wire. `exp` is in seconds since 1970. */
const Payload = z.object({ sub: z.uuid(), sid: z.uuid(), tid: z.uuid().nullable(), ver: z.int(), exp: z.int() })

const invalid = () => new Failure('unauthenticated', 'auth.token_invalid', 'This access token is not valid.')

const readPayload = (text: string): z.output<typeof Payload> => {
  try {
    return Payload.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw invalid()
  }
}

/** JSON Web Tokens (RFC 7519) with HMAC-SHA256: short-lived proofs that this product makes and reads itself. */
export const accessTokens = (secret: string, now: () => Date): AccessTokens => ({
  sign: async ({ userId, sessionId, tenantId, epoch }, expiresAt) => {
    const signed = `${header}.${encode({ sub: userId, sid: sessionId, tid: tenantId, ver: epoch, exp: Math.floor(expiresAt.getTime() / 1000) })}`
    return `${signed}.${hmac(secret, signed).toString('base64url')}`
  },
  verify: async (token) => {
    const [head, payload, signature, ...rest] = token.split('.')
    if (head !== header || !payload || !signature || rest.length > 0) throw invalid()
    if (!sameText(signature, hmac(secret, `${head}.${payload}`).toString('base64url'))) throw invalid()
    const { sub, sid, tid, ver, exp } = readPayload(payload)
    const expiresAt = new Date(exp * 1000)
    if (now() >= expiresAt) throw new Failure('unauthenticated', 'auth.token_expired', 'This access token has expired.')
    return { userId: sub, sessionId: sid, tenantId: tid, epoch: ver, expiresAt }
  },
})
