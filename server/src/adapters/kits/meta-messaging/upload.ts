import type { FileRef } from '@chasqui/contracts'
import { text } from '#platform/foreign-json/loose-json'
import { readStored } from '../outbound/stored-file.ts'
import { retryLater } from '../outbound/trouble.ts'
import { keepUploads, type Uploaded } from '../graph/kept-uploads.ts'
import type { Graph, MessagingCall } from './account.ts'

/** Reusable attachments stay; a day keeps memory small and what was lost at the vendor's short. */
const KEPT_MS = 24 * 3600_000
/** 25 MB over a slow line. */
const TIMEOUT_MS = 120_000

export type Uploads = {
  /** The vendor's id for a file of ours: from memory, or by uploading it now. */
  idOf(file: FileRef, type: string, call: MessagingCall): Promise<Uploaded>
  forget(file: FileRef, call: MessagingCall): void
}

/** Uploads each file once per account. */
export const createUploads = (graph: Graph): Uploads => {
  const kept = keepUploads(KEPT_MS)
  const keyOf = (file: FileRef, { account }: MessagingCall) => `${account.channelId}/${file.fileId}`
  return {
    idOf: (file, type, call) => kept.idOf(keyOf(file, call), call.io.now(), () => upload(graph, file, type, call)),
    forget: (file, call) => kept.forget(keyOf(file, call)),
  }
}

/** Uploading sends nothing to the customer, so that an upload without an answer can be repeated safely. */
const upload = async (graph: Graph, file: FileRef, type: string, call: MessagingCall): Promise<Uploaded> => {
  const { vendor, object } = graph.network
  const stored = await readStored(vendor.code, file, call.account.tenantId, call.io)
  if (stored.result !== 'read') return stored
  const form = new FormData()
  form.append('message', JSON.stringify({ attachment: { type, payload: { is_reusable: true } } }))
  if (object === 'instagram') form.append('platform', 'instagram')
  form.append('filedata', new Blob([stored.bytes], { type: stored.mime }), stored.name)
  const answer = await graph.ask(call, { method: 'POST', path: `${call.sender.path}/message_attachments`, form, timeoutMs: TIMEOUT_MS })
  if (answer.result === 'uncertain') return retryLater(`${vendor.code}.upload_lost`, 'The answer to an upload was lost', answer.error.detail)
  if (answer.result !== 'done') return answer
  const id = text(answer.body['attachment_id'])
  return id ? { result: 'uploaded', id } : retryLater(`${vendor.code}.upload_lost`, 'An upload was answered without an id')
}
