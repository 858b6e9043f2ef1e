import type { Conversation, Message } from '@chasqui/contracts'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { classNames } from '#ui/class-names.ts'
import { directionOf } from '#ui/text-direction.ts'
import { previewOf } from '../list/preview.ts'
import { useContactName } from '../list/row.tsx'
import { messageElementId } from '../thread/find-message.ts'
import type { BubbleItem } from '../thread/thread-items.ts'
import { AdContext } from './ad-context.tsx'
import { BubbleMenu } from './bubble-menu.tsx'
import { BubbleMeta } from './bubble-meta.tsx'
import { BubbleName } from './bubble-name.tsx'
import { Content } from './contents/content.tsx'
import { Deleted } from './deleted.tsx'
import { FailedNote } from './failed-note.tsx'
import { Quote } from './quote.tsx'
import { Reactions } from './reactions.tsx'
import { type Voice, voiceOf } from './voice.ts'

const looks: Record<Voice, string> = {
  in: 'rounded-card bg-bubble-in shadow-low',
  out: 'rounded-card bg-bubble-out shadow-low',
  bot: 'rounded-card bg-bubble-bot shadow-low',
  note: 'rounded-control border border-dashed border-note-line bg-note text-on-note',
}
const tails: Record<Voice, string> = { in: 'rounded-tl-xs', out: 'rounded-tr-xs', bot: 'rounded-tr-xs', note: '' }

/** Stickers stand without a bubble around them. */
const isBare = ({ content, deletedAt }: Message) => content.type === 'sticker' && content.file.state === 'stored' && deletedAt === null

/** Words under a picture keep its width. */
const widthOf = ({ content }: Message) =>
  content.type === 'image' || content.type === 'video' || content.type === 'document' ? 'max-w-[min(296px,84%)]' : 'max-w-[min(var(--bubble-max),84%)]'

/** One message with everything that belongs to it. */
export const Bubble = ({ item: { message, first, chosen }, conversation }: { item: BubbleItem; conversation: Conversation }) => {
  const voice = voiceOf(message)
  const label = useBubbleLabel(message, conversation)
  const [raw, setRaw] = useState(false)
  const look = isBare(message) ? 'px-0' : classNames('px-2.5 pt-[7px] pb-1.5', voiceLook(voice, first))
  return (
    <article
      id={messageElementId(message.id)}
      tabIndex={-1}
      aria-label={label}
      className={classNames(
        'group/bubble flex items-start gap-1 rounded-card outline-offset-4',
        voice === 'in' ? 'justify-start' : 'flex-row-reverse justify-start',
        first ? 'mt-1.5' : 'mt-0.5',
        message.reactions.length > 0 && 'mb-3.5',
      )}
    >
      <div className={classNames('relative min-w-0 text-msg', widthOf(message), look)}>
        <BubbleName message={message} voice={voice} first={first} channelId={conversation.channel.id} />
        <div dir={directionOf(previewOf(message.content)) ?? undefined}>
          {message.deletedAt ? (
            <Deleted message={message} />
          ) : (
            <>
              <AdContext message={message} />
              <Quote message={message} conversation={conversation} />
              <Content message={message} chosen={chosen} raw={raw} />
            </>
          )}
          <BubbleMeta message={message} voice={voice} />
        </div>
        <FailedNote message={message} />
        <Reactions message={message} />
      </div>
      {!message.deletedAt && <BubbleMenu message={message} conversation={conversation} raw={raw} onRaw={() => setRaw(!raw)} />}
    </article>
  )
}

/** How a bubble of this voice looks. */
export const voiceLook = (voice: Voice, first: boolean): string => classNames(looks[voice], first && tails[voice])

export const useBubbleLabel = ({ sender, direction }: Message, conversation: Conversation) => {
  const { t } = useTexts('inbox')
  const { id } = useUser()
  const contact = useContactName(conversation)
  const who = direction === 'in' ? contact : sender.kind === 'agent' && sender.id === id ? t('bubble.me') : (sender.name ?? t('bubble.bot'))
  return t(direction === 'note' ? 'bubble.note_by' : 'bubble.by', { name: who })
}
