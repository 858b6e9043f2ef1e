import { Agent, request } from 'undici'
import { jsonOf } from '#platform/foreign-json/json-of'

/** `away`: nobody answers there. Statuses are the Engine's own. */
export type DockerAnswer = { result: 'answer'; status: number; body: unknown; text: string; bytes: Buffer } | { result: 'away'; reason: string }
export type DockerCall = { method: 'GET' | 'POST' | 'DELETE'; path: string; query?: Record<string, string>; body?: unknown; timeoutMs?: number }
export type Docker = { call(call: DockerCall): Promise<DockerAnswer>; close(): Promise<void> }

const TIMEOUT_MS = 30_000

/**
 * The Docker Engine's interface at an address that the host has set, `unix:///var/run/docker.sock` or `tcp://` and `http://`. Never at one that a tenant typed, so that it is no
 * business of the guarded way out, which knows no sockets of this machine either.
 */
export const openDocker = (host: string): Docker => {
  const socketPath = host.startsWith('unix://') ? host.slice('unix://'.length) : null
  const origin = socketPath === null ? host.replace(/^tcp:/, 'http:').replace(/\/+$/, '') : 'http://docker'
  const dispatcher = new Agent({ connections: 8, ...(socketPath !== null && { connect: { socketPath } }) })
  return {
    call: async ({ method, path, query = {}, body, timeoutMs = TIMEOUT_MS }) => {
      try {
        const answer = await request(`${origin}${path}`, {
          method,
          query,
          dispatcher,
          signal: AbortSignal.timeout(timeoutMs),
          headersTimeout: timeoutMs,
          bodyTimeout: timeoutMs,
          ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        })
        const bytes = Buffer.from(await answer.body.arrayBuffer())
        return { result: 'answer', status: answer.statusCode, body: jsonOf(bytes), text: bytes.toString('utf8'), bytes }
      } catch (error) {
        const { code, name } = error as { code?: string; name: string }
        return { result: 'away', reason: code ?? name }
      }
    },
    close: () => dispatcher.destroy(),
  }
}
