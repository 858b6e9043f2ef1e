import type { FileRef } from '@chasqui/contracts'
import { text } from '#platform/foreign-json/loose-json'
import { keepUploads, type Uploaded } from '../../kits/graph/kept-uploads.ts'
import { callGraph, numberPath, type GraphCall } from './graph-call.ts'
import { readStored } from '../../kits/outbound/stored-file.ts'
import { retryLater } from '../../kits/outbound/trouble.ts'
import { readAnswer } from './graph-answer.ts'

/** Meta keeps an upload for 30 days (reference 4.3); the margin covers clocks and queues. */
const KEPT_MS = 25 * 24 * 3600_000
/** 100 MB over a slow line. */
const TIMEOUT_MS = 120_000

export type MediaUploads = {
  /** Meta's id for a file of ours: from memory, or by uploading it now. */
  idOf(file: FileRef, call: GraphCall): Promise<Uploaded>
  forget(file: FileRef, call: GraphCall): void
}

/** Uploads each file once per number. */
export const createMediaUploads = (): MediaUploads => {
  const kept = keepUploads(KEPT_MS)
  const keyOf = (file: FileRef, { account }: GraphCall) => `${account.tenantId}/${account.settings.phoneNumberId}/${file.fileId}`
  return {
    idOf: (file, call) => kept.idOf(keyOf(file, call), call.io.now(), () => upload(file, call)),
    forget: (file, call) => kept.forget(keyOf(file, call)),
  }
}

/** Uploading sends nothing to the customer, so that an upload without an answer can be repeated safely. */
const upload = async (file: FileRef, call: GraphCall): Promise<Uploaded> => {
  const stored = await readStored('whatsapp', file, call.account.tenantId, call.io)
  if (stored.result !== 'read') return stored
  const form = new FormData()
  form.append('messaging_product', 'whatsapp')
  form.append('type', stored.mime)
  form.append('file', new Blob([stored.bytes], { type: stored.mime }), stored.name)
  const answer = readAnswer(
    await callGraph(call, { method: 'POST', path: numberPath(call.account.settings, 'media'), form, timeoutMs: TIMEOUT_MS }),
    call.account,
    call.io.now(),
  )
  if (answer.result === 'uncertain') return retryLater('whatsapp.upload_lost', 'The answer to an upload was lost', answer.error.detail)
  if (answer.result !== 'done') return answer
  const id = text(answer.body['id'])
  return id ? { result: 'uploaded', id } : retryLater('whatsapp.upload_lost', 'An upload was answered without an id')
}
