import type { IncomingMessage } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'
import type { FastifyInstance } from 'fastify'

export type TrustProxy = boolean | number | string[]

/**
 * Fastify takes no number of proxies (it trusts none then), so each hop is counted here: the first is who connects to us. That many stand in front for
 * every caller, or the address that counts would be the client's own word: nobody but the proxies may reach the port.
 */
export const trustOf = (trustProxy: TrustProxy): boolean | string[] | ((address: string, hop: number) => boolean) =>
  typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy

/** `203.0.113.5:4711`, `[2001:db8::1]:4711` and `[2001:db8::1]`, as some proxies write addresses. */
const withoutPort = (entry: string): string => entry.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1').replace(/^\[([\da-f:.]+)\](?::\d+)?$/i, '$1')

const dropPorts = ({ headers }: IncomingMessage): void => {
  const given = headers['x-forwarded-for']
  if (typeof given !== 'string') return
  headers['x-forwarded-for'] = given
    .split(',')
    .map((entry) => withoutPort(entry.trim()))
    .join(', ')
}

/**
 * Some proxies write the port beside the caller's address. Every connection has another one, so that limits and lock-outs would meet a stranger each
 * time, and no network could be told from it: only the address is kept. Before anything reads it.
 */
export const readAddressesWithoutPorts = (app: FastifyInstance): void => void app.addHook('onRequest', async ({ raw }) => dropPorts(raw))

const trustFunction = (trustProxy: TrustProxy): ((address: string, hop: number) => boolean) => {
  const trusted = trustOf(trustProxy)
  if (typeof trusted === 'boolean') return () => trusted
  return Array.isArray(trusted) ? proxyAddr.compile(trusted) : trusted
}

/** The address of whoever is behind a request that Fastify never sees (a socket's handshake), found as it finds that of all others. */
export const callerAddressOf = (trustProxy: TrustProxy): ((request: IncomingMessage) => string) => {
  const trusts = trustFunction(trustProxy)
  return (request) => {
    dropPorts(request)
    return proxyAddr.all(request, trusts).at(-1) ?? ''
  }
}
