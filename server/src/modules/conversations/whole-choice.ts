import type { MessageContent } from '@chasqui/contracts'
import { isShortened, standsFor } from '#platform/short-id'
import type { Tx } from '#platform/database/transaction'

type Pressed = Extract<MessageContent, { type: 'choice' }>

const optionsIn = (content: MessageContent) => {
  if (content.type === 'buttons') return content.buttons
  return content.type === 'list' ? content.sections.flatMap(({ rows }) => rows) : []
}

/** Messages of ours that are looked through when the pressed one is not told, or does not know its name at the provider yet. */
const lately = 50

/** Channels with room for short ids only send the digest of a long one. */
export const isCutShort = (content: MessageContent): content is Pressed => content.type === 'choice' && isShortened(content.id)

/** Such a choice with the id that we gave it, which stands in the message that was pressed, or else in one of the last with choices; as it came where none has it. */
export const wholeChoice = async (
  tx: Tx,
  choice: Pressed,
  { channelId, quotes, conversationId }: { channelId: string; quotes: string | null; conversationId: string | null },
): Promise<Pressed> => {
  const pressed = quotes === null ? [] : await read(tx, 'channel_id = $2 and provider_message_id = $3', [channelId, quotes])
  const found = optionOf(choice, pressed)
  if (found || conversationId === null) return found ?? choice
  const withChoices = `conversation_id = $2 and direction = 'out' and content ->> 'type' in ('buttons', 'list') order by id desc limit $3`
  return optionOf(choice, await read(tx, withChoices, [conversationId, lately])) ?? choice
}

const read = async (tx: Tx, condition: string, values: unknown[]): Promise<MessageContent[]> =>
  (
    await tx.query<{ content: MessageContent }>(`select content from conversations.message where tenant_id = $1 and ${condition}`, [tx.tenantId, ...values])
  ).rows.map((row) => row.content)

const optionOf = (choice: Pressed, contents: MessageContent[]): Pressed | null => {
  const option = contents.flatMap(optionsIn).find(({ id }) => standsFor(choice.id, id))
  return option ? { ...choice, id: option.id } : null
}
