import { largestFile, limitOf, type Files } from '#files'
import type { FlowsPorts } from '#flows'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { failureOfDatabase } from '#platform/http/database-error'

type Kept = Pick<Files, 'keep' | 'fit' | 'transcodeVoice' | 'describe'>
type Linked = FlowsPorts['linked']
type As = Parameters<Linked['keep']>[1]['as']

/** Files that flows fetch: held to what people of the organisation may upload, and to what the channel takes of it. */
export const linkedFiles = (files: Kept): Linked => ({
  mostBytes: (kind) => (kind === 'document' ? largestFile : limitOf(`${kind}/`)),
  keep: async (tenantId, { bytes, mime, name, as: use }, along) => {
    try {
      await files.keep(
        tenantId,
        { bytes, mime, name, userId: null, fetched: true },
        async (tx, id) => void (await along(tx, await sendable(files, tx, id, use))),
      )
    } catch (error) {
      // The organisation's storage is held by the database.
      const failure = failureOfDatabase(error)
      throw failure?.code.startsWith('limit.') ? failure : error
    }
  },
})

/** The file, or the one that will be made of it, as the channel takes it; refused where there is no such. */
const sendable = async (files: Kept, tx: Tx, id: string, { kind, voice, rule }: As) => {
  const fileId = voice ? await files.transcodeVoice(tx, id) : await files.fit(tx, id, kind, rule)
  const file = await files.describe(tx, fileId)
  if (!file) throw absent('file')
  const { name, mime, state } = file
  const type = mime.split(';')[0]!.trim()
  const isOfKind = kind === 'document' || type.startsWith(`${kind}/`)
  if (!isOfKind || (rule.mimes.length > 0 && !rule.mimes.includes(type)))
    throw new Failure('invalid', 'file.type_not_offered', 'The channel does not take this type of file as this kind of message.')
  // What is not made yet is made to fit.
  const size = state === 'making' ? null : file.size
  if (size !== null && size > rule.bytes) throw new Failure('too_large', 'file.too_large', `This channel allows at most ${rule.bytes} bytes here.`)
  return { fileId, name, mime, size }
}
