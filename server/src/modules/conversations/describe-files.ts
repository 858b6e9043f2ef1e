import type { ChannelAbilities, FileRef, OutboundContent } from '@chasqui/contracts'
import { filesOf } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ConversationsPorts } from './ports.ts'

const unknownFile = () =>
  new Failure('invalid', 'file.unknown', 'The file is not here. Upload it first.', {
    errors: [{ path: 'content.file.fileId', code: 'file.unknown', message: 'Unknown file' }],
  })

/**
 * Files are sent by id from our own store; what the sender claims about them is replaced by what is known. What the channel takes only otherwise is
 * exchanged for what will be made of it.
 */
export const describeFiles = async (tx: Tx, ports: ConversationsPorts, content: OutboundContent, abilities: ChannelAbilities): Promise<void> => {
  for (const file of filesOf(content)) {
    if (!file.fileId || !(await ports.describeFile(tx, file.fileId))) throw unknownFile()
    const fileId = await fitted(tx, ports, content, file, abilities)
    const known = await tx.beyondReach(() => ports.describeFile(tx, fileId))
    if (!known) throw unknownFile()
    const name = fileId === file.fileId ? (file.name ?? known.name) : known.name
    // What is not made yet has no size; it is made to fit.
    Object.assign(file, { fileId, state: 'stored', mime: known.mime, name, size: known.state === 'making' ? null : known.size, providerMediaId: null })
    delete file.url
    delete file.look
  }
}

const fitted = async (tx: Tx, ports: ConversationsPorts, content: OutboundContent, file: FileRef, { media }: ChannelAbilities): Promise<string> => {
  if (content.type === 'audio' && content.voice) return ports.fitVoice(tx, file.fileId!)
  const own = 'file' in content && content.file === file
  const kind = own ? content.type : 'header' in content && content.header && 'file' in content.header ? content.header.type : null
  const rule = kind && media[kind]
  return kind && rule ? ports.fitFile(tx, file.fileId!, kind, rule) : file.fileId!
}
