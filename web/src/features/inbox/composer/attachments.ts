import type { ChannelAbilities, StoredFile } from '@chasqui/contracts'
import { isProblem } from '#lib/api-problem.ts'
import { newId } from '#lib/new-id.ts'
import { createStore, useStore } from '#lib/store.ts'
import { uploadFile } from '#lib/upload-file.ts'
import { type Fit, fitFile, type SentAs } from './fit-file.ts'

/** Files chosen for a conversation, uploaded ahead of sending. They live as long as the page. */
export type Attachment = {
  key: string
  /** Of what the server has already only what it is. */
  file: File | { name: string; size: number; type: string }
  as: SentAs
  /** `full`: the organisation has used up its storage; `executable`, `mismatch`, `over`: the server will not keep it. */
  state: 'uploading' | 'ready' | 'failed' | 'full' | 'executable' | 'mismatch' | 'over' | 'refused'
  /** 0-1 */
  progress: number
  stored: StoredFile | null
  refusal: Extract<Fit, { ok: false }> | null
}
const all = createStore<Record<string, readonly Attachment[]>>({})
const none: readonly Attachment[] = []
const running = new Map<string, AbortController>()

export const attachmentsOf = (conversationId: string) => all.get()[conversationId] ?? none
export const useAttachments = (conversationId: string) => useStore(all, (now) => now[conversationId] ?? none)

const put = (conversationId: string, next: readonly Attachment[]) => all.set({ ...all.get(), [conversationId]: next })
const patch = (conversationId: string, key: string, part: Partial<Attachment>) =>
  put(
    conversationId,
    attachmentsOf(conversationId).map((one) => (one.key === key ? { ...one, ...part } : one)),
  )

/** Why the server did not take it; another try helps only against `failed`, and against `full` once there is room. */
const troubles = {
  'limit.storage': 'full',
  'file.executable': 'executable',
  'file.type_mismatch': 'mismatch',
  'file.too_large': 'over',
  too_large: 'over',
} as const
const troubleOf = (problem: unknown): Attachment['state'] => Object.entries(troubles).find(([code]) => isProblem(problem, code))?.[1] ?? 'failed'

export const upload = async (conversationId: string, { key, file }: Attachment) => {
  if (!(file instanceof File)) return
  const control = new AbortController()
  running.set(key, control)
  patch(conversationId, key, { state: 'uploading', progress: 0 })
  try {
    const stored = await uploadFile(file, { signal: control.signal, onProgress: (progress) => patch(conversationId, key, { progress }) })
    patch(conversationId, key, { state: 'ready', progress: 1, stored })
  } catch (problem) {
    patch(conversationId, key, { state: troubleOf(problem) })
  }
  running.delete(key)
}

/** Checks each file against the channel first; what cannot travel is shown with the reason and never uploaded. */
export const attach = (conversationId: string, files: readonly File[], abilities: Pick<ChannelAbilities, 'media'>) => {
  for (const file of files) {
    const fit = fitFile(file, abilities)
    const added: Attachment = {
      key: newId(),
      file,
      as: fit.ok ? fit.as : 'document',
      state: fit.ok ? 'uploading' : 'refused',
      progress: 0,
      stored: null,
      refusal: fit.ok ? null : fit,
    }
    put(conversationId, [...attachmentsOf(conversationId), added])
    if (fit.ok) void upload(conversationId, added)
  }
}

/** Files that the server has already, of a quick reply. What cannot travel is shown with the reason. */
export const attachStored = (conversationId: string, files: readonly StoredFile[], abilities: Pick<ChannelAbilities, 'media'>) => {
  const added = files.map((stored): Attachment => {
    const { name, mime, size } = stored
    const fit = fitFile({ type: mime, size }, abilities)
    const file = { name, size, type: mime }
    return { key: newId(), file, as: fit.ok ? fit.as : 'document', state: fit.ok ? 'ready' : 'refused', progress: 1, stored, refusal: fit.ok ? null : fit }
  })
  put(conversationId, [...attachmentsOf(conversationId), ...added])
}

export const detach = (conversationId: string, key: string) => {
  running.get(key)?.abort()
  put(
    conversationId,
    attachmentsOf(conversationId).filter((one) => one.key !== key),
  )
}

export const detachAll = (conversationId: string) => put(conversationId, none)
