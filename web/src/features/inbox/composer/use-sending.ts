import type { Conversation, Message } from '@chasqui/contracts'
import { useRef, useState } from 'react'
import { useTenant, useUser } from '#lib/session.ts'
import { useChannel } from '../cache/use-channel.ts'
import { addToOutbox } from '../outbox/outbox.ts'
import { isReady } from './attachment.ts'
import { attachmentsOf, handOverAttachments } from './attachments.ts'
import { unseenAnswers } from './collision.ts'
import { changeComposer, type Mode } from './composer-state.ts'
import { compose, type Composed } from './compose.ts'
import { type SaidWith, takeSaidWith } from './said-with.ts'

const newestSeq = (messages: readonly Message[]) => messages.findLast(({ seq }) => seq < Number.MAX_SAFE_INTEGER)?.seq ?? 0

type Sending = { conversation: Conversation; messages: readonly Message[]; mode: Mode; quoted: Message | null }

/**
 * Hands what was written to the outbox. When a colleague or the bot answered since the writing began, the first press shows that
 * (`collision`) and only the second sends. `send` answers whether it went.
 */
export const useSending = ({ conversation, messages, mode, quoted }: Sending) => {
  const { id: userId } = useUser()
  const { tenantId } = useTenant()
  const abilities = useChannel(conversation.channel.id)?.abilities
  const since = useRef<number | null>(null)
  const [collision, setCollision] = useState<Message[]>([])
  const began = (text: string) => {
    if (text.trim() === '') since.current = null
    else since.current ??= newestSeq(messages)
  }
  const collides = () => {
    const unseen = mode === 'reply' && since.current !== null ? unseenAnswers(messages, since.current, userId) : []
    since.current = newestSeq(messages)
    setCollision(unseen)
    return unseen.length > 0
  }
  const hand = (composed: readonly Composed[], saidWith: () => SaidWith = () => ({})): boolean => {
    if (composed.length === 0 || collides()) return false
    const replyTo = mode === 'reply' && quoted ? { messageId: quoted.id, preview: null } : null
    const along = saidWith()
    composed.forEach((one, index) =>
      addToOutbox({ userId, tenantId, conversationId: conversation.id, kind: mode, ...one, replyTo: index === 0 ? replyTo : null, ...(index === 0 && along) }),
    )
    changeComposer(conversation.id, { quoted: null })
    since.current = null
    setCollision([])
    return true
  }
  const send = (text: string): boolean => {
    const files = mode === 'reply' ? attachmentsOf(conversation.id) : []
    const composed = compose(text, files, { caption: abilities?.caption ?? 0 })
    if (!files.every(isReady) || !hand(composed, () => takeSaidWith(conversation.id, mode, text))) return false
    if (mode === 'reply') handOverAttachments(conversation.id)
    return true
  }
  return { send, hand, began, collision }
}
