import type { StoredFile } from '@chasqui/contracts'
import type { Api, Reply } from './api.ts'

type Sent = { bytes: Uint8Array | string; type?: string; name?: string; key?: string }

/** An upload as a browser makes it. */
export const upload = <Body = StoredFile>(api: Api, { bytes, type = 'text/plain', name = 'nota.txt', key }: Sent): Promise<Reply<Body>> => {
  const form = new FormData()
  form.append('file', new Blob([bytes], { type }), name)
  return api.send<Body>('POST', '/api/files', form, key === undefined ? {} : { 'idempotency-key': key })
}
