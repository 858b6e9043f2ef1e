import type { PhoneMessage } from '@chasqui/contracts'
import { ChevronDown, Copy, type LucideIcon, Pencil, Reply, Trash2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { copyText } from '#ui/copy-text.ts'
import { Popover } from '#ui/popover.tsx'
import { react, takeBack } from '../data/change-message.ts'
import { bubbleStop, moveBetweenBubbles } from '../phone/move-between-bubbles.ts'
import { useTalk } from '../phone/talk.ts'
import { wordsToEdit } from './words-to-edit.ts'

/** The six that WhatsApp offers first. */
const quickReactions = ['👍', '❤️', '😂', '😮', '😢', '🙏']

type MenuProps = { message: PhoneMessage; stop: boolean; open: boolean; onOpenChange: (open: boolean) => void }

const Line = ({ icon: Icon, danger = false, onClick, children }: { icon: LucideIcon; danger?: boolean; onClick: () => void; children: string }) => (
  <button
    type="button"
    onClick={onClick}
    className={classNames(
      'flex min-h-9 w-full items-center gap-2.5 rounded-control px-2 text-left text-sm font-medium hover:bg-surface-2 touch:min-h-11',
      danger && 'text-danger',
    )}
  >
    <Icon size={18} strokeWidth={1.75} aria-hidden />
    {children}
  </button>
)

const ReactionRow = ({ message, onDone }: { message: PhoneMessage; onDone: () => void }) => {
  const { t } = useTexts('simulator')
  const { speaker } = useTalk()
  const mine = message.reactions.find(({ actor }) => actor === 'phone')?.emoji
  const press = (emoji: string) => {
    onDone()
    void react(speaker, message.id, emoji === mine ? '' : emoji)
  }
  return (
    <div className="mb-1 flex justify-between border-b border-line pb-2">
      {quickReactions.map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-label={t('message.react', { emoji })}
          aria-pressed={emoji === mine}
          onClick={() => press(emoji)}
          className="grid size-9 place-items-center rounded-full text-xl hover:bg-surface-2 aria-pressed:bg-primary-subtle touch:size-10"
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}

const Actions = ({ message, onDone }: { message: PhoneMessage; onDone: () => void }) => {
  const { t } = useTexts('simulator')
  const { speaker, setDraft } = useTalk()
  const own = message.direction === 'out'
  const editable = own && wordsToEdit(message.content) !== null
  const thenClose = (act: () => void) => () => {
    onDone()
    act()
  }
  return (
    <>
      <Line icon={Reply} onClick={thenClose(() => setDraft({ kind: 'reply', message }))}>
        {t('message.reply')}
      </Line>
      {message.text && (
        <Line icon={Copy} onClick={thenClose(() => void copyText(message.text))}>
          {t('message.copy')}
        </Line>
      )}
      {editable && (
        <Line icon={Pencil} onClick={thenClose(() => setDraft({ kind: 'edit', message }))}>
          {t('message.edit')}
        </Line>
      )}
      {own && (
        <Line icon={Trash2} danger onClick={thenClose(() => void takeBack(speaker, message.id))}>
          {t('message.take_back')}
        </Line>
      )}
    </>
  )
}

/** What the customer can do with a message. The button shows with the pointer or focus on the bubble; on touch screens it is always there. */
export const MessageMenu = ({ message, stop, open, onOpenChange }: MenuProps) => {
  const { t } = useTexts('simulator')
  const close = () => onOpenChange(false)
  const button = (
    <button
      type="button"
      tabIndex={stop ? 0 : -1}
      {...{ [bubbleStop]: '' }}
      onKeyDown={moveBetweenBubbles}
      aria-label={t('message.menu')}
      className="grid size-6 shrink-0 place-items-center rounded-full text-fg-3 opacity-0 group-hover/bubble:opacity-100 hover:bg-surface-3 hover:text-fg focus-visible:opacity-100 aria-expanded:opacity-100 touch:size-8 touch:opacity-60"
    >
      <ChevronDown size={16} strokeWidth={2} aria-hidden />
    </button>
  )
  return (
    <Popover label={t('message.menu')} align={message.direction === 'out' ? 'end' : 'start'} open={open} onOpenChange={onOpenChange} trigger={button}>
      <ReactionRow message={message} onDone={close} />
      <Actions message={message} onDone={close} />
    </Popover>
  )
}
