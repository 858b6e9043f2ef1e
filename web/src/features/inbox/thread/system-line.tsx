import type { Message } from '@chasqui/contracts'
import { ArrowRightLeft, Bot, CircleCheck, Hand, Info, type LucideIcon, RotateCcw, ShieldAlert, Smartphone, UserRound } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'

const icons: Record<string, LucideIcon> = {
  taken_over: Hand, handed_back: Bot, handed_over: ArrowRightLeft, assigned: UserRound, unassigned: UserRound, closed: CircleCheck, reopened: RotateCcw, number_changed: Smartphone, user_id_changed: Smartphone, identity_changed: ShieldAlert,
}
const known = ['taken_over', 'handed_back', 'handed_over', 'assigned', 'unassigned', 'closed', 'reopened', 'number_changed', 'user_id_changed', 'identity_changed', 'call_permission_reply'] as const

/** Something that happened between the messages, in the middle. Unknown happenings show the text that came with them. */
export const SystemLine = ({ message, contactName }: { message: Message; contactName: string }) => {
  const format = useFormat()
  const words = useSystemWords(message, contactName)
  const { content } = message
  const Icon = (content.type === 'system' && icons[content.event]) || Info
  return (
    <div className="my-1.5 text-center">
      <span title={format.fullTime(message.createdAt)} className="inline-flex max-w-full items-center gap-1.5 rounded-[14px] bg-surface px-2.5 py-[3px] text-left text-xs text-fg-2 shadow-low">
        <Icon size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
        <span className="min-w-0 wrap-anywhere">{words}</span>
      </span>
    </div>
  )
}

const useSystemWords = ({ content, sender }: Message, contactName: string): string => {
  const { t } = useTexts('inbox')
  if (content.type !== 'system') return ''
  const event = known.find((name) => name === content.event)
  const data = content.data ?? {}
  const word = (name: string) => (typeof data[name] === 'string' ? String(data[name]) : '')
  const who = word('name') || word('byName') || sender.name || ''
  if (!event) return content.text || t('system.other', { event: content.event })
  const reason = word('reason')
  const whom = word('assigneeName') || word('to')
  if (event === 'closed' && reason) return t(who ? 'system.closed_reason' : 'system.closed_reason_alone', { who, reason })
  if (event === 'assigned') return t(whom ? 'system.assigned_to' : 'system.assigned', { who, whom })
  if (event === 'number_changed' || event === 'user_id_changed' || event === 'identity_changed' || event === 'call_permission_reply') return t(`system.${event}`, { who: contactName })
  return t(who ? `system.${event}` : `system.${event}_alone`, { who })
}
