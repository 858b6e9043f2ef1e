import type { Session } from '@chasqui/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OpenedSession, Origin } from './open-session.ts'
import { setRefreshCookie } from './refresh-cookie.ts'

export const originOf = (request: FastifyRequest): Origin => ({ address: request.ip, agent: request.headers['user-agent']?.slice(0, 300) ?? null })

/** Hands out a session: the refresh token as cookie, or in the body for callers that keep no cookies. */
export const deliver = ({ refreshToken, ...session }: OpenedSession, by: 'cookie' | 'body', reply: FastifyReply, secure: boolean): Session => {
  if (by === 'body') return { ...session, refreshToken }
  setRefreshCookie(reply, refreshToken, secure)
  return session
}
