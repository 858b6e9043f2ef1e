import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { problemOf } from '#lib/api-problem.ts'
import { urlOf } from '#lib/api-request.ts'
import { usableToken } from '#lib/api.ts'

/** Browsers may put blobs on the disk, but not the pieces that arrive: so many bytes are in memory at most. */
const piece = 16_000_000

/** Puts together what arrives; `tell` hears how much that is by now. */
const gather = async (body: ReadableStream<Uint8Array<ArrayBuffer>>, tell: (bytes: number) => void): Promise<Blob> => {
  const blobs: Blob[] = []
  let recent: Uint8Array<ArrayBuffer>[] = []
  let [bytes, unjoined] = [0, 0]
  const reader = body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    recent.push(next.value)
    bytes += next.value.length
    unjoined += next.value.length
    tell(bytes)
    if (unjoined < piece) continue
    blobs.push(new Blob(recent))
    recent = []
    unjoined = 0
  }
  return new Blob([...blobs, ...recent], { type: 'application/zip' })
}

/** Saves everything an organisation has as a file. A link could not carry the access token. */
export const exportTenant = async ({ id, slug }: HostedTenant, { signal, tell }: { signal: AbortSignal; tell: (bytes: number) => void }): Promise<void> => {
  const token = await usableToken()
  const answer = await fetch(urlOf(hostRoutes.exportTenant.path, { id }), { headers: { authorization: `Bearer ${token}` }, signal })
  if (!answer.ok || !answer.body) throw await problemOf(answer)
  const address = URL.createObjectURL(await gather(answer.body, tell))
  const link = document.createElement('a')
  link.href = address
  link.download = `${slug}.zip`
  link.click()
  URL.revokeObjectURL(address)
}
