import type { ChannelAbilities } from '@chasqui/contracts'
import { isProblem } from '#lib/api-problem.ts'
import { forgetKeptFile, keepFile, readKeptFile } from '#lib/kept-files.ts'
import { newId } from '#lib/new-id.ts'
import { createStore, useStore } from '#lib/store.ts'
import { uploadFile } from '#lib/upload-file.ts'
import type { Attachment, StoredPart } from './attachment.ts'
import { type KeptAttachment, keepAttachments, keptAttachments } from './attachments-kept.ts'
import { fitFile } from './fit-file.ts'

/** Files chosen for a conversation. They outlive the page: which they are, and their bytes until the server has them. */
const all = createStore<Record<string, readonly Attachment[]>>({})
const none: readonly Attachment[] = []
const running = new Map<string, AbortController>()
/** Whose they are: set when the inbox opens. */
let owner: { tenantId: string; userId: string } | null = null

export const attachmentsOf = (conversationId: string) => all.get()[conversationId] ?? none
export const useAttachments = (conversationId: string) => useStore(all, (now) => now[conversationId] ?? none)

const put = (conversationId: string, next: readonly Attachment[]) => {
  all.set({ ...all.get(), [conversationId]: next })
  if (owner) keepAttachments(owner, conversationId, next)
}
const patch = (conversationId: string, key: string, part: Partial<Attachment>) => {
  const before = attachmentsOf(conversationId)
  const next = before.map((one) => (one.key === key ? { ...one, ...part } : one))
  // What only moves the bar is not worth writing down.
  if ('progress' in part && Object.keys(part).length === 1) all.set({ ...all.get(), [conversationId]: next })
  else put(conversationId, next)
}

/** Why the server did not take it; another try helps only against `failed`, and against `full` once there is room. */
const troubles = {
  offline: 'waiting',
  'limit.storage': 'full',
  'file.executable': 'executable',
  'file.type_mismatch': 'mismatch',
  'file.too_large': 'over',
  too_large: 'over',
} as const
const troubleOf = (problem: unknown): Attachment['state'] => Object.entries(troubles).find(([code]) => isProblem(problem, code))?.[1] ?? 'failed'

export const upload = async (conversationId: string, { key, name, mime, file }: Attachment) => {
  if (running.has(key)) return
  const control = new AbortController()
  running.set(key, control)
  patch(conversationId, key, { state: 'uploading', progress: 0 })
  try {
    const bytes = file ?? (await readKeptFile(key))
    if (!bytes) return detach(conversationId, key)
    const { id, ...told } = await uploadFile(new File([bytes], name, { type: mime }), {
      key,
      signal: control.signal,
      onProgress: (progress) => patch(conversationId, key, { progress }),
    })
    patch(conversationId, key, { state: 'ready', progress: 1, stored: { id, mime: told.mime, name: told.name, size: told.size } })
    forgetKeptFile(key)
  } catch (problem) {
    patch(conversationId, key, { state: troubleOf(problem) })
  } finally {
    running.delete(key)
  }
}

/** Checks each file against the channel first; what cannot travel is shown with the reason and never uploaded. */
export const attach = (conversationId: string, files: readonly File[], abilities: Pick<ChannelAbilities, 'media'>) => {
  for (const file of files) {
    const fit = fitFile(file, abilities)
    const added: Attachment = {
      key: newId(),
      name: file.name,
      size: file.size,
      mime: file.type,
      file,
      as: fit.ok ? fit.as : 'document',
      caption: '',
      state: fit.ok ? 'uploading' : 'refused',
      progress: 0,
      stored: null,
      refusal: fit.ok ? null : fit,
    }
    put(conversationId, [...attachmentsOf(conversationId), added])
    if (fit.ok) void keepFile(added.key, file).then(() => !attachmentsOf(conversationId).some(({ key }) => key === added.key) && forgetKeptFile(added.key))
    if (fit.ok) void upload(conversationId, added)
  }
}

/** Files that the server has already, of a quick reply. What cannot travel is shown with the reason. */
export const attachStored = (conversationId: string, files: readonly StoredPart[], abilities: Pick<ChannelAbilities, 'media'>) => {
  const added = files.map(({ id, name, mime, size }): Attachment => {
    const fit = fitFile({ type: mime, size }, abilities)
    return {
      key: newId(),
      name,
      size,
      mime,
      file: null,
      as: fit.ok ? fit.as : 'document',
      caption: '',
      state: fit.ok ? 'ready' : 'refused',
      progress: 1,
      stored: { id, name, mime, size },
      refusal: fit.ok ? null : fit,
    }
  })
  put(conversationId, [...attachmentsOf(conversationId), ...added])
}
export const writeCaption = (conversationId: string, key: string, caption: string) => patch(conversationId, key, { caption })

export const detach = (conversationId: string, key: string) => {
  running.get(key)?.abort()
  forgetKeptFile(key)
  put(
    conversationId,
    attachmentsOf(conversationId).filter((one) => one.key !== key),
  )
}

/** They went with a message; bytes that the server does not have yet stay kept for it. */
export const handOverAttachments = (conversationId: string) => put(conversationId, none)

/** Lets a file that was attached in one place stand in another, in place of what stands there. */
export const moveAttachment = (from: string, to: string, key: string) => {
  const moved = attachmentsOf(from).find((one) => one.key === key)
  if (!moved) return
  for (const one of attachmentsOf(to)) detach(to, one.key)
  put(to, [moved])
  put(
    from,
    attachmentsOf(from).filter((one) => one.key !== key),
  )
}

/** What was waiting for the connection goes up. */
export const resumeUploads = () => {
  for (const [conversationId, attachments] of Object.entries(all.get()))
    for (const attachment of attachments) if (attachment.state === 'waiting') void upload(conversationId, attachment)
}

const restored = ({ key, name, size, mime, as, caption, stored }: KeptAttachment): Attachment => ({
  key,
  name,
  size,
  mime,
  as,
  caption,
  stored,
  file: null,
  state: stored ? 'ready' : 'waiting',
  progress: stored ? 1 : 0,
  refusal: null,
})

/** Reads what this person had attached in this tenant when the page went away. */
export const openAttachments = (tenantId: string, userId: string) => {
  if (owner?.tenantId === tenantId && owner.userId === userId) return
  owner = { tenantId, userId }
  all.set(Object.fromEntries(keptAttachments(owner).map(([conversationId, kept]) => [conversationId, kept.map(restored)])))
  resumeUploads()
}
