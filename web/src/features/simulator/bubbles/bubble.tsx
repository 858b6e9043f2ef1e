import type { PhoneMessage } from '@chasqui/contracts'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { classNames } from '#ui/class-names.ts'
import { Progress } from '#ui/progress.tsx'
import { Content } from '../contents/content.tsx'
import type { Shown } from '../data/waiting.ts'
import { useTalk } from '../phone/talk.ts'
import { BubbleMeta } from './bubble-meta.tsx'
import { Deleted } from './deleted.tsx'
import { FailedNote } from './failed-note.tsx'
import { MessageMenu } from './message-menu.tsx'
import { Quote } from './quote.tsx'
import { Reactions } from './reactions.tsx'

/** Stickers stand without a bubble around them. */
const isBare = ({ content, deletedAt }: PhoneMessage) => content.type === 'sticker' && deletedAt === null

const lookOf = (message: PhoneMessage, first: boolean) => {
  if (isBare(message)) return ''
  return message.direction === 'out'
    ? classNames('bg-bubble-out px-2.5 pt-[7px] pb-1.5 shadow-low', first && 'rounded-tr-xs')
    : classNames('bg-bubble-in px-2.5 pt-[7px] pb-1.5 shadow-low', first && 'rounded-tl-xs')
}

/** `stop`: Tab comes to this bubble's menu; the arrow keys reach the others from there. */
type BubbleProps = { shown: Shown; first: boolean; stop: boolean; quoted: PhoneMessage | null }

export const hasMenu = ({ message, waiting }: Shown) => !message.deletedAt && !waiting

/** One message on the phone. Its menu opens from the button beside it, by a right click or by a long press. */
export const Bubble = ({ shown, first, stop, quoted }: BubbleProps) => {
  const { t } = useTexts('simulator')
  const { name } = useTenant()
  const { speaker } = useTalk()
  const [menu, setMenu] = useState(false)
  const { message, waiting } = shown
  const own = message.direction === 'out'
  const openMenu = (event: React.MouseEvent) => {
    if (!hasMenu(shown) || getSelection()?.toString()) return
    event.preventDefault()
    setMenu(true)
  }
  return (
    <article
      aria-label={t('message.by', { name: own ? speaker.name : name })}
      className={classNames('group/bubble flex animate-rise items-start gap-0.5', own && 'flex-row-reverse', message.reactions.length > 0 && 'mb-4.5')}
    >
      <div onContextMenu={openMenu} className={classNames('relative flow-root max-w-[84%] min-w-0 rounded-card', lookOf(message, first))}>
        {message.quoted && !message.deletedAt && message.content.type !== 'choice' && <Quote message={quoted} />}
        {message.deletedAt ? <Deleted own={own} /> : <Content message={message} />}
        {waiting?.share != null && <Progress label={t('message.uploading')} value={Math.round(waiting.share * 100)} max={100} className="mt-1" />}
        <BubbleMeta shown={shown} />
        {waiting?.failed && <FailedNote waiting={waiting} />}
        <Reactions reactions={message.reactions} own={own} />
      </div>
      {hasMenu(shown) && <MessageMenu message={message} stop={stop} open={menu} onOpenChange={setMenu} />}
    </article>
  )
}
