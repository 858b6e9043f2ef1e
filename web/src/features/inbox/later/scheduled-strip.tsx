import type { Conversation, ScheduledMessage } from '@chasqui/contracts'
import { CalendarClock, ChevronDown, CircleAlert, Pencil, Reply, Send, X } from 'lucide-react'
import { useId, useState } from 'react'
import { failureReason } from '#lib/failure-words.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useInShort } from '../bubbles/type-name.ts'
import { previewOf } from '../list/preview.ts'
import { cancelScheduled, sendScheduledNow } from './scheduled-acts.ts'
import { ScheduledDialog } from './scheduled-dialog.tsx'

/** What is to be said later, under the messages: one line, and all of it when it is opened. What failed opens it by itself. */
export const ScheduledStrip = ({ conversation, scheduled }: { conversation: Conversation; scheduled: readonly ScheduledMessage[] }) => {
  const { t } = useTexts('inbox')
  const format = useFormat({ ticking: true })
  const id = useId()
  const [asked, setAsked] = useState<boolean | null>(null)
  const [edited, setEdited] = useState<string | null>(null)
  const failed = scheduled.filter(({ state }) => state === 'failed').length
  const open = asked ?? failed > 0
  const next = scheduled.find(({ state }) => state === 'waiting')
  const Icon = failed > 0 ? CircleAlert : CalendarClock
  const edit = scheduled.find((one) => one.id === edited)
  return (
    <section aria-label={t('later.list')} className="border-t border-line bg-surface-2 text-sm">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setAsked(!open)}
        className="flex min-h-9 w-full items-center gap-2 px-4 text-left -outline-offset-2 touch:min-h-11"
      >
        <Icon size={16} strokeWidth={1.75} className={failed > 0 ? 'shrink-0 text-danger' : 'shrink-0 text-fg-2'} aria-hidden />
        <span className="min-w-0 flex-1">
          <b className="font-semibold">{t('later.count', { count: scheduled.length })}</b>
          {failed > 0 ? <span className="text-danger"> · {t('later.count_failed', { count: failed })}</span> : next && ` · ${format.moment(next.at)}`}
        </span>
        <ChevronDown size={16} strokeWidth={1.75} className={open ? 'rotate-180' : ''} aria-hidden />
      </button>
      {open && (
        <ul id={id} className="max-h-52 overflow-y-auto px-2 pb-2">
          {scheduled.map((one) => (
            <Item key={one.id} scheduled={one} onEdit={() => setEdited(one.id)} />
          ))}
        </ul>
      )}
      {edit && <ScheduledDialog conversation={conversation} scheduled={edit} onClose={() => setEdited(null)} />}
    </section>
  )
}

const Item = ({ scheduled, onEdit }: { scheduled: ScheduledMessage; onEdit: () => void }) => {
  const { t } = useTexts('inbox')
  const format = useFormat({ ticking: true })
  const inShort = useInShort()
  const mayReply = useCan('conversations.reply')
  const [busy, setBusy] = useState(false)
  const { content, replyTo, at, author, state, problem } = scheduled
  const words = inShort(content.type, previewOf(content))
  const now = async () => {
    setBusy(true)
    await sendScheduledNow(scheduled)
    setBusy(false)
  }
  return (
    <li className="flex items-start gap-1 rounded-control px-2 py-1">
      <span className="min-w-0 flex-1 py-1">
        {replyTo?.preview && (
          <span className="flex items-center gap-1 text-xs text-fg-2">
            <Reply size={12} strokeWidth={1.75} className="shrink-0" aria-hidden />
            <span className="min-w-0 truncate">{t('later.answers', { words: replyTo.preview })}</span>
          </span>
        )}
        <span className="line-clamp-2 wrap-anywhere">{words}</span>
        <span className="block text-xs text-fg-2">
          <time dateTime={at} title={format.fullTime(at)}>
            {format.moment(at)}
          </time>
          {author.name && ` · ${author.name}`}
        </span>
        {state === 'failed' && <span className="block text-xs text-danger">{t('later.not_said', { why: t(`failure.${failureReason(problem ?? '')}`) })}</span>}
      </span>
      {mayReply && (
        <>
          <IconButton icon={Send} size="sm" label={t('later.now', { words })} disabled={busy} onClick={() => void now()} />
          <IconButton icon={Pencil} size="sm" label={t('later.edit', { words })} disabled={busy} onClick={onEdit} />
          <IconButton icon={X} size="sm" label={t('later.cancel', { words })} disabled={busy} onClick={() => void cancelScheduled(scheduled)} />
        </>
      )}
    </li>
  )
}
