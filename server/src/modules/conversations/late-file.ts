import type { MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { fetchFiles, hasFilesToFetch } from './fetch-files.ts'
import type { ChannelFacts } from './ports.ts'

type Late = { providerMessageId: string; content: MessageContent }

/** The new words of a message over what it was before; null where they belong to nothing of it. */
const underNewWords = (late: MessageContent, here: MessageContent): MessageContent | null => {
  if (!('file' in late)) return null
  if (here.type === 'text') return late.type === 'audio' || late.type === 'sticker' ? null : { ...late, caption: here.text }
  return 'file' in here && here.type === late.type && here.file.providerMediaId === null ? { ...here, file: late.file } : null
}

/** A message that was changed before it came stands in the thread in its new words: the file that it brought is still to be taken. */
export const takeLateFile = async (tx: Tx, channel: ChannelFacts, { providerMessageId, content }: Late): Promise<void> => {
  if (!hasFilesToFetch(content)) return
  const { rows } = await tx.query<{ id: string; conversation_id: string; content: MessageContent }>(
    `select id, conversation_id, content from conversations.message
     where tenant_id = $1 and channel_id = $2 and provider_message_id = $3 and direction = 'in' and context ->> 'edited' = 'true' and deleted_at is null for update`,
    [tx.tenantId, channel.id, providerMessageId],
  )
  const [here] = rows
  const whole = here && underNewWords(content, here.content)
  if (!here || !whole) return
  tx.own(`conversation ${here.conversation_id}`)
  await tx.query('update conversations.message set content = $3, type = $4 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    here.id,
    JSON.stringify(whole),
    whole.type,
  ])
  fetchFiles(tx, channel, here.id)
  tx.publish({ type: 'message.changed', payload: { conversationId: here.conversation_id, messageId: here.id, what: 'edited' } })
}
