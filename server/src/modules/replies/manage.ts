import type { OwnReplySettings, Reply, ReplySettings } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { checkFiles, checkQueue, checkWords } from './check.ts'
import type { RepliesPorts } from './ports.ts'
import { deleteReply, filesAmong, findByShortcuts, findReply, hasRoomFor, insertReply, oneAtATime, saveReply, type StoredReply } from './store.ts'
import { readReply } from './views.ts'

/** Whoever writes, and whether what they write is their own or shared. */
export type Writer = { userId: string; own: boolean }
type Change = { [Name in keyof ReplySettings]?: ReplySettings[Name] | undefined }

const ownerOf = ({ userId, own }: Writer): string | null => (own ? userId : null)

const shortcutTaken = () => {
  const message = 'Another quick reply here has this shortcut.'
  return new Failure('conflict', 'reply.shortcut_taken', message, { errors: [{ path: 'shortcut', code: 'reply.shortcut_taken', message }] })
}
export const tooMany = () => new Failure('conflict', 'reply.too_many', 'There are too many quick replies. Remove some first.')

/** What the trail tells of a reply: everything but how often it was used. */
const factsOf = ({ scope, queueName, shortcut, title, text, folder, files }: Reply) => ({
  scope,
  queue: queueName,
  shortcut,
  title,
  text,
  folder,
  files: files.map(({ name }) => name),
})
const subjectOf = ({ id, title }: Reply) => ({ kind: 'reply', id, name: title })

/** Own ones are nobody else's news. */
export const tellChanged = (tx: Tx, ownerId: string | null, replyId: string | null): void => {
  if (ownerId === null) tx.publish({ type: 'reply.changed', payload: { replyId } })
}

const check = async (tx: Tx, ports: RepliesPorts, reply: StoredReply, before: StoredReply | null): Promise<void> => {
  checkWords(reply)
  // What it brought before may have come from somebody whose files this person does not see.
  await checkFiles(
    tx,
    ports,
    reply.fileIds.filter((id) => !before?.fileIds.includes(id)),
  )
  await checkQueue(tx, reply.queueId)
  if ((await findByShortcuts(tx, reply, [reply.shortcut])).some(({ id }) => id !== reply.id)) throw shortcutTaken()
}

/** Files of shared replies are for everybody who may use those; what no shared reply names any longer goes by reach again. */
const shareFiles = async (tx: Tx, ports: RepliesPorts, now: readonly string[], before: readonly string[]): Promise<void> => {
  if (now.length > 0) await ports.share(tx, now, true)
  const left = before.filter((id) => !now.includes(id))
  if (left.length === 0) return
  const still = new Set(await filesAmong(tx, left, 'shared'))
  const free = left.filter((id) => !still.has(id))
  if (free.length > 0) await ports.share(tx, free, false)
}

export const createReply = async (tx: Tx, ports: RepliesPorts, writer: Writer, settings: OwnReplySettings & { queueId: string | null }): Promise<Reply> => {
  const ownerId = ownerOf(writer)
  await oneAtATime(tx, { ownerId })
  const reply: StoredReply = { ...settings, fileIds: [...new Set(settings.fileIds)], id: ports.newId(), ownerId }
  await check(tx, ports, reply, null)
  if (!(await hasRoomFor(tx, { ownerId }, 1))) throw tooMany()
  await insertReply(tx, reply, ports.now())
  if (ownerId === null) await shareFiles(tx, ports, reply.fileIds, [])
  tellChanged(tx, ownerId, reply.id)
  const made = await readReply(tx, ports, writer.userId, reply.id)
  tx.record({ subject: subjectOf(made), after: factsOf(made) })
  return made
}

const found = async (tx: Tx, writer: Writer, id: string): Promise<StoredReply> => {
  const reply = await findReply(tx, id, ownerOf(writer))
  if (!reply) throw absent('quick reply')
  return reply
}

export const updateReply = async (tx: Tx, ports: RepliesPorts, writer: Writer, id: string, change: Change): Promise<Reply> => {
  const ownerId = ownerOf(writer)
  await oneAtATime(tx, { ownerId })
  const stored = await found(tx, writer, id)
  const before = await readReply(tx, ports, writer.userId, id)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<ReplySettings>
  const next: StoredReply = { ...stored, ...given, id, ownerId }
  next.fileIds = [...new Set(next.fileIds)]
  await check(tx, ports, next, stored)
  await saveReply(tx, next, ports.now())
  if (ownerId === null) await shareFiles(tx, ports, next.fileIds, stored.fileIds)
  tellChanged(tx, ownerId, id)
  const after = await readReply(tx, ports, writer.userId, id)
  tx.record({ subject: subjectOf(after), ...difference(factsOf(before), factsOf(after)) })
  return after
}

export const removeReply = async (tx: Tx, ports: RepliesPorts, writer: Writer, id: string): Promise<void> => {
  const ownerId = ownerOf(writer)
  await oneAtATime(tx, { ownerId })
  const stored = await found(tx, writer, id)
  const before = await readReply(tx, ports, writer.userId, id)
  await deleteReply(tx, id)
  if (ownerId === null) await shareFiles(tx, ports, [], stored.fileIds)
  tellChanged(tx, ownerId, id)
  tx.record({ subject: subjectOf(before), before: factsOf(before) })
}
