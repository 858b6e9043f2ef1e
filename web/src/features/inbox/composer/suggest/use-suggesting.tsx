import { lazyPart } from '#ui/lazy-part.tsx'
import type { ChannelAbilities, Conversation, Reply } from '@chasqui/contracts'
import { fillReply, piecesOf } from '@chasqui/contracts/reply-variables'
import { type KeyboardEvent, type ReactNode, type RefObject, Suspense, useState } from 'react'
import { attachStored } from '../attachments.ts'
import { focusComposer, type Mode } from '../composer-state.ts'
import { useReplyValues } from '../replies/reply-values.ts'
import { noteQuickReply } from '../said-with.ts'
import { putText } from './put-text.ts'
import { noteCalled } from './called.ts'
import type { Called } from './mention-choices.tsx'
import { type Trigger, triggerIn } from './trigger.ts'

const MentionChoices = lazyPart(() => import('./mention-choices.tsx').then((module) => module.MentionChoices))
const ReplyChoices = lazyPart(() => import('../replies/reply-choices.tsx').then((module) => module.ReplyChoices))

type Writing = {
  field: RefObject<HTMLTextAreaElement | null>
  conversation: Conversation
  mode: Mode
  text: string
  abilities: Pick<ChannelAbilities, 'media'> | undefined
  change: (text: string) => void
}
type Suggesting = {
  /** What is offered, above the field; null: nothing is called for. */
  list: ReactNode
  /** Whether the quick replies have this key, also while they are still on their way: a shortcut is nothing to send. */
  has: (event: KeyboardEvent) => boolean
  /** Puts a quick reply where the cursor is. */
  putReply: (reply: Reply) => void
}

/** Offers quick replies after `/` while somebody writes an answer, and people after `@` in a note. */
export const useSuggesting = ({ field, conversation, mode, text, abilities, change }: Writing): Suggesting => {
  const values = useReplyValues(conversation)
  /** Where Esc went on without. */
  const [left, setLeft] = useState<string | null>(null)
  const trigger = triggerIn(mode, text, field.current?.selectionStart ?? text.length)
  const place = trigger && `${trigger.sign}${trigger.start}`
  if (left !== null && place !== left) setLeft(null)
  const open = trigger !== null && place !== left
  const put = (reply: Reply, from: number, to: number) => {
    const select = piecesOf(reply.text, values).find(({ kind }) => kind === 'missing')?.text
    change(putText({ field, text, from, to, added: fillReply(reply.text, values), select }))
    noteQuickReply(conversation.id, reply.id)
    if (abilities && reply.files.length > 0) attachStored(conversation.id, reply.files, abilities)
  }
  const leave = () => setLeft(place)
  const call = (person: Called, { start, query }: Trigger) => {
    noteCalled(conversation.id, person)
    // Names of one word could go on.
    leave()
    change(putText({ field, text, from: start, to: start + query.length + 1, added: `@${person.name} ` }))
  }
  const list = open && (
    <div className="relative">
      <div className="absolute inset-x-0 bottom-0 z-20 rounded-card border border-line bg-surface p-1.5 text-fg shadow-mid">
        <Suspense fallback={<div className="h-12" />}>
          {trigger.sign === '/' ? (
            <ReplyChoices field={field} conversation={conversation} words={trigger.query} onChoose={(reply) => put(reply, 0, text.length)} onLeave={leave} />
          ) : (
            <MentionChoices field={field} conversationId={conversation.id} words={trigger.query} onChoose={(person) => call(person, trigger)} onLeave={leave} />
          )}
        </Suspense>
      </div>
    </div>
  )
  return {
    list: list || null,
    has: ({ key, shiftKey, ctrlKey, metaKey }) => open && trigger.sign === '/' && key === 'Enter' && !shiftKey && !ctrlKey && !metaKey,
    putReply: (reply) => {
      const [from, to] = [field.current?.selectionStart ?? text.length, field.current?.selectionEnd ?? text.length]
      put(reply, from, to)
      focusComposer(conversation.id, mode)
    },
  }
}
