import type { FastifyInstance } from 'fastify'

/** `203.0.113.5:4711`, `[2001:db8::1]:4711` and `[2001:db8::1]`, as some proxies write addresses. */
const withoutPort = (entry: string): string => entry.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1').replace(/^\[([\da-f:.]+)\](?::\d+)?$/i, '$1')

/**
 * Some proxies write the port beside the caller's address. Every connection has another one, so that limits and lock-outs would meet a stranger each
 * time, and no network could be told from it: only the address is kept. Before anything reads it.
 */
export const readAddressesWithoutPorts = (app: FastifyInstance): void =>
  void app.addHook('onRequest', async ({ raw }) => {
    const given = raw.headers['x-forwarded-for']
    if (typeof given === 'string')
      raw.headers['x-forwarded-for'] = given
        .split(',')
        .map((entry) => withoutPort(entry.trim()))
        .join(', ')
  })
