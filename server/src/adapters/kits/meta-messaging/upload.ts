import { LRUCache } from 'lru-cache'
import type { FileRef } from '@chasqui/contracts'
import { text } from '#platform/foreign-json/loose-json'
import { failed, retryLater, type Trouble } from '../graph/graph-answer.ts'
import type { Graph, MessagingCall } from './account.ts'

/** Reusable attachments stay; a day keeps memory small and what was lost at the vendor's short. */
const KEPT_MS = 24 * 3600_000
const MOST_FILES = 5_000
/** 25 MB over a slow line. */
const TIMEOUT_MS = 120_000

type Uploaded = { result: 'uploaded'; attachmentId: string } | Trouble
export type Uploads = {
  /** The vendor's id for a file of ours: from memory, or by uploading it now. */
  idOf(file: FileRef, type: string, call: MessagingCall): Promise<Uploaded>
  forget(file: FileRef, call: MessagingCall): void
}

/** Uploads each file once per account; sends that want the same file at the same time share one upload. */
export const createUploads = (graph: Graph): Uploads => {
  const known = new LRUCache<string, { until: number; upload: Promise<Uploaded> }>({ max: MOST_FILES })
  const keyOf = (file: FileRef, { account }: MessagingCall) => `${account.channelId}/${file.fileId}`
  return {
    idOf: (file, type, call) => {
      const [key, now] = [keyOf(file, call), call.io.now().getTime()]
      const before = known.get(key)
      if (before && before.until > now) return before.upload
      const uploading = upload(graph, file, type, call)
      const entry = { until: now + KEPT_MS, upload: uploading }
      known.set(key, entry)
      const drop = () => void (known.peek(key) === entry && known.delete(key))
      void uploading.then((done) => done.result !== 'uploaded' && drop(), drop)
      return uploading
    },
    forget: (file, call) => void known.delete(keyOf(file, call)),
  }
}

/** Uploading sends nothing to the customer, so that an upload without an answer can be repeated safely. */
const upload = async (graph: Graph, file: FileRef, type: string, call: MessagingCall): Promise<Uploaded> => {
  const { vendor, object } = graph.network
  const stored = await storedFile(vendor.code, file, call)
  if (stored.result !== 'read') return stored
  const form = new FormData()
  form.append('message', JSON.stringify({ attachment: { type, payload: { is_reusable: true } } }))
  if (object === 'instagram') form.append('platform', 'instagram')
  form.append('filedata', new Blob([stored.bytes], { type: stored.mime }), file.name ?? stored.name)
  const answer = await graph.ask(call, { method: 'POST', path: `${call.sender.path}/message_attachments`, form, timeoutMs: TIMEOUT_MS })
  if (answer.result === 'uncertain') return retryLater(`${vendor.code}.upload_lost`, 'The answer to an upload was lost', answer.error.detail)
  if (answer.result !== 'done') return answer
  const attachmentId = text(answer.body['attachment_id'])
  return attachmentId ? { result: 'uploaded', attachmentId } : retryLater(`${vendor.code}.upload_lost`, 'An upload was answered without an id')
}

type Stored = { result: 'read'; bytes: Uint8Array<ArrayBuffer>; mime: string; name: string } | Trouble

/** A file that is gone never comes back; a store that does not answer may. */
const storedFile = async (vendor: string, file: FileRef, { account, io }: MessagingCall): Promise<Stored> => {
  const missing = failed(`${vendor}.file_missing`, 'The file is not in the file store')
  if (file.fileId === null) return missing
  try {
    const read = await io.readFile(file.fileId, account.tenantId)
    return { result: 'read', ...read, bytes: new Uint8Array(read.bytes) }
  } catch (error) {
    const { kind, code, message } = error as { kind?: string; code?: string; message?: string }
    if (kind === 'invalid') return failed(code ?? 'file.not_convertible', message ?? 'The file cannot be converted')
    return kind === 'absent' ? missing : retryLater(`${vendor}.file_unreadable`, 'The file could not be read')
  }
}
