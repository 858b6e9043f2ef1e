import type { Conversation, Message } from '@chasqui/contracts'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { BubbleMenu } from '../bubbles/bubble-menu.tsx'
import { BubbleMeta } from '../bubbles/bubble-meta.tsx'
import { BubbleName } from '../bubbles/bubble-name.tsx'
import { RawView } from '../bubbles/contents/raw-view.tsx'
import { useBubbleLabel, voiceLook } from '../bubbles/bubble.tsx'
import { voiceOf } from '../bubbles/voice.ts'
import { messageElementId } from '../thread/find-message.ts'
import { Tile } from './tile.tsx'

/** Tiles drawn; the last tells how many are behind it, and the viewer shows them all. */
const most = 4

/** Pictures and films sent in a row, as one bubble. Each is still a message: with its menu, and found when another quotes it. */
export const Album = ({ messages, first, conversation }: { messages: readonly Message[]; first: boolean; conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const last = messages.at(-1)!
  const voice = voiceOf(last)
  const who = useBubbleLabel(last, conversation)
  const shown = messages.slice(0, most)
  return (
    <article
      aria-label={`${who}: ${t('album.label', { count: messages.length })}`}
      className={classNames('flex', voice === 'in' ? 'justify-start' : 'justify-end', first ? 'mt-1.5' : 'mt-0.5')}
    >
      <div className={classNames('w-[min(296px,84%)] px-1 pt-1 pb-1.5 text-msg', voiceLook(voice, first))}>
        <BubbleName message={last} voice={voice} first={first} channelId={conversation.channel.id} />
        <div className="grid grid-cols-2 gap-0.5 overflow-hidden rounded-control">
          {shown.map((message, place) => (
            <AlbumTile
              key={message.id}
              message={message}
              conversation={conversation}
              wide={shown.length === 3 && place === 0}
              more={place === most - 1 ? messages.length - most : 0}
            />
          ))}
        </div>
        {/* The others are found too, when something quotes them. */}
        {messages.slice(most).map(({ id }) => (
          <span key={id} id={messageElementId(id)} tabIndex={-1} />
        ))}
        <div className="px-1.5">
          <BubbleMeta message={last} voice={voice} />
        </div>
      </div>
    </article>
  )
}

const AlbumTile = ({ message, conversation, wide, more }: { message: Message; conversation: Conversation; wide: boolean; more: number }) => {
  const [raw, setRaw] = useState(false)
  const { content } = message
  if (content.type !== 'image' && content.type !== 'video') return null
  return (
    <div id={messageElementId(message.id)} tabIndex={-1} className={classNames('group/bubble relative', wide && 'col-span-2')}>
      {raw ? (
        <RawView value={content} />
      ) : (
        <Tile kind={content.type} file={content.file} words={content.caption} more={more} className={wide ? 'h-40 w-full' : 'aspect-square w-full'} />
      )}
      <div className="absolute top-0.5 right-0.5 rounded-control bg-surface/85 opacity-0 group-focus-within/bubble:opacity-100 group-hover/bubble:opacity-100">
        <BubbleMenu message={message} conversation={conversation} raw={raw} onRaw={() => setRaw(!raw)} />
      </div>
    </div>
  )
}
