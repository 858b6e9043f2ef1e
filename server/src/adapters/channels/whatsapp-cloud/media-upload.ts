import { LRUCache } from 'lru-cache'
import type { FileRef } from '@chasqui/contracts'
import { callGraph, numberPath, type GraphCall } from './graph-call.ts'
import { failed, readAnswer, retryLater, type Trouble } from './graph-answer.ts'
import { text } from '#platform/foreign-json/loose-json'

/** Meta keeps an upload for 30 days (reference 4.3); the margin covers clocks and queues. */
const KEPT_MS = 25 * 24 * 3600_000
const MOST_FILES = 5_000
/** 100 MB over a slow line. */
const TIMEOUT_MS = 120_000

export type Uploaded = { result: 'uploaded'; mediaId: string } | Trouble
export type MediaUploads = {
  /** Meta's id for a file of ours: from memory, or by uploading it now. */
  idOf(file: FileRef, call: GraphCall): Promise<Uploaded>
  forget(file: FileRef, call: GraphCall): void
}

/** Uploads each file once per number and remembers its id; sends that want the same file at the same time share one upload. */
export const createMediaUploads = (): MediaUploads => {
  const known = new LRUCache<string, { until: number; upload: Promise<Uploaded> }>({ max: MOST_FILES })
  const keyOf = (file: FileRef, { account }: GraphCall) => `${account.tenantId}/${account.settings.phoneNumberId}/${file.fileId}`
  return {
    idOf: (file, call) => {
      const [key, now] = [keyOf(file, call), call.io.now().getTime()]
      const before = known.get(key)
      if (before && before.until > now) return before.upload
      const uploading = upload(file, call)
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
const upload = async (file: FileRef, call: GraphCall): Promise<Uploaded> => {
  const stored = await storedFile(file, call)
  if (stored.result !== 'read') return stored
  const form = new FormData()
  form.append('messaging_product', 'whatsapp')
  form.append('type', stored.mime)
  form.append('file', new Blob([stored.bytes], { type: stored.mime }), file.name ?? stored.name)
  const answer = readAnswer(
    await callGraph(call, { method: 'POST', path: numberPath(call.account.settings, 'media'), form, timeoutMs: TIMEOUT_MS }),
    call.account,
    call.io.now(),
  )
  if (answer.result === 'uncertain') return retryLater('whatsapp.upload_lost', 'The answer to an upload was lost', answer.error.detail)
  if (answer.result !== 'done') return answer
  const mediaId = text(answer.body['id'])
  return mediaId ? { result: 'uploaded', mediaId } : retryLater('whatsapp.upload_lost', 'An upload was answered without an id')
}

type Stored = { result: 'read'; bytes: Uint8Array; mime: string; name: string } | Trouble

/** A file that is gone never comes back; a store that does not answer may. */
const storedFile = async (file: FileRef, { account, io }: GraphCall): Promise<Stored> => {
  if (file.fileId === null) return failed('whatsapp.file_missing', 'The file is not in the file store')
  try {
    return { result: 'read', ...(await io.readFile(file.fileId, account.tenantId)) }
  } catch (error) {
    const { kind, code, message } = error as { kind?: string; code?: string; message?: string }
    // It was to be made of another file, and cannot be.
    if (kind === 'invalid') return failed(code ?? 'file.not_convertible', message ?? 'The file cannot be converted')
    return kind === 'absent'
      ? failed('whatsapp.file_missing', 'The file is not in the file store')
      : retryLater('whatsapp.file_unreadable', 'The file could not be read')
  }
}
