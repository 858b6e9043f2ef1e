import { randomUUID } from 'node:crypto'
import type { AdapterIo, EgressAnswer, EgressCall } from '#channels'
import type { FileRef } from '@chasqui/contracts'

export type TestIo = AdapterIo & {
  /** The next so many calls find nobody there. */
  cutOff: number
  /** What went out, for looking at bodies and headers. */
  calls: EgressCall[]
  store(bytes: Uint8Array, mime: string, name: string): FileRef
}

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])

/** The way out for tests: plain `fetch` and files in memory. Redirects are the adapter's business. */
export const createFetchIo = (): TestIo => {
  const files = new Map<string, { bytes: Uint8Array; mime: string; name: string }>()
  const io: TestIo = {
    cutOff: 0,
    calls: [],
    now: () => new Date(),
    request: async (call) => {
      io.calls.push(call)
      if (io.cutOff > 0) return ((io.cutOff -= 1), { result: 'refused', reason: 'ECONNREFUSED' })
      return fetched(call)
    },
    readFile: async (fileId) => {
      const file = files.get(fileId)
      if (!file) throw Object.assign(new Error('No file with this id.'), { kind: 'absent' })
      return file
    },
    store: (bytes, mime, name) => {
      const fileId = randomUUID()
      files.set(fileId, { bytes, mime, name })
      return { fileId, state: 'stored', mime, name, size: bytes.length, providerMediaId: null }
    },
  }
  return io
}

const fetched = async ({ method, url, headers, body, timeoutMs }: EgressCall): Promise<EgressAnswer> => {
  try {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(headers && { headers }),
      ...(body !== undefined && { body: body as RequestInit['body'] & {} }),
    })
    return { result: 'answer', status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) }
  } catch (error) {
    const code = ((error as Error).cause as { code?: string } | undefined)?.code ?? (error as Error).name
    return { result: NEVER_CONNECTED.has(code) ? 'refused' : 'lost', reason: code }
  }
}
