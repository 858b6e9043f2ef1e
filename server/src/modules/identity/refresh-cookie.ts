import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refreshLifetime } from './domain/rotation.ts'

const name = 'chasqui_refresh'

/** The rotating token as a cookie that no script can read, that no other site can cause to be sent, and that only sign-in addresses get. */
const attributes = (secure: boolean) => ({ path: '/api/auth', httpOnly: true, sameSite: 'strict', secure }) as const

export const refreshCookieOf = (request: FastifyRequest): string | undefined => request.cookies[name] || undefined

export const setRefreshCookie = (reply: FastifyReply, token: string, secure: boolean): void => {
  reply.setCookie(name, token, { ...attributes(secure), maxAge: refreshLifetime })
}

export const clearRefreshCookie = (reply: FastifyReply, secure: boolean): void => {
  reply.clearCookie(name, attributes(secure))
}
