import type { Message } from '@chasqui/contracts'
import {
  AlarmClock,
  ArrowRightLeft,
  Ban,
  Bot,
  CircleCheck,
  Hand,
  Info,
  type LucideIcon,
  Merge,
  PhoneCall,
  RotateCcw,
  ShieldAlert,
  Smartphone,
  Split,
  Undo2,
  UserRound,
} from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useReasonWords } from '../actions/close-reasons.ts'
import { useMembers } from '../cache/use-members.ts'

const icons: Record<string, LucideIcon> = {
  taken_over: Hand,
  handed_back: Bot,
  handed_over: ArrowRightLeft,
  floor_dropped: Hand,
  assigned: UserRound,
  unassigned: UserRound,
  transferred: ArrowRightLeft,
  summary: ArrowRightLeft,
  woken: AlarmClock,
  scheduled_failed: AlarmClock,
  flow_not_begun: Bot,
  flow_ended_unreachable: Bot,
  bot_returned: Bot,
  blocked: Ban,
  merged: Merge,
  merged_into: Merge,
  unmerged: Split,
  agent_left: Undo2,
  not_accepted: Undo2,
  callback_promised: PhoneCall,
  closed: CircleCheck,
  reopened: RotateCcw,
  number_changed: Smartphone,
  number_taken_by_other: Smartphone,
  user_id_changed: Smartphone,
  identity_changed: ShieldAlert,
}
/** By a member, or by the bot and the system when nobody is named. */
const ours = [
  'taken_over',
  'handed_back',
  'handed_over',
  'floor_dropped',
  'unassigned',
  'closed',
  'reopened',
  'blocked',
  'merged',
  'merged_into',
  'unmerged',
  'woken',
  'bot_returned',
] as const
/** By the product, because of somebody. */
const ofCentre = ['agent_left', 'not_accepted', 'callback_promised', 'summary', 'scheduled_failed'] as const
const ofCustomer = [
  'number_changed',
  'number_taken_by_other',
  'user_id_changed',
  'identity_changed',
  'call_permission_reply',
  'flow_not_begun',
  'flow_ended_unreachable',
] as const

/** Something that happened between the messages, in the middle. Unknown happenings show the text that came with them. */
export const SystemLine = ({ message, contactName }: { message: Message; contactName: string }) => {
  const format = useFormat()
  const words = useSystemWords(message, contactName)
  const { content } = message
  const event = content.type === 'system' ? content.event : ''
  const Icon = icons[event] ?? Info
  return (
    <div className="my-1.5 text-center">
      <span
        title={format.fullTime(message.createdAt)}
        className="inline-flex max-w-[min(100%,520px)] items-center gap-1.5 rounded-[14px] bg-surface px-2.5 py-[3px] text-left text-xs text-fg-2 shadow-low"
      >
        <Icon size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
        <span className="min-w-0 whitespace-pre-line wrap-anywhere">{words}</span>
      </span>
    </div>
  )
}

const useSystemWords = ({ content, sender }: Message, contactName: string): string => {
  const { t } = useTexts('inbox')
  const members = useMembers()
  const reasonWords = useReasonWords()
  if (content.type !== 'system') return ''
  const { event, data = {}, text } = content
  const word = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
  const nameOf = (field: string) => members.find(({ id }) => id === word(field))?.name ?? ''
  const who = sender.name ?? nameOf(event === 'assigned' || event === 'unassigned' ? 'byUserId' : 'userId')
  const reason = reasonWords(word('reason'))
  const whom = nameOf('userId')
  if (event === 'assigned') return t(who && who !== whom ? 'system.assigned_to' : 'system.assigned', { who, whom: whom || t('system.someone') })
  if (event === 'closed' && reason) return [t(who ? 'system.closed_reason' : 'system.closed_reason_alone', { who, reason }), text].filter(Boolean).join('\n')
  if (event === 'transferred') return [t(who ? 'system.transferred' : 'system.transferred_alone', { who, to: word('to') }), text].filter(Boolean).join('\n')
  const centre = ofCentre.find((known) => known === event)
  if (centre) return [t(`system.${centre}`, { who: who || t('system.someone') }), text].filter(Boolean).join('\n')
  const our = ours.find((known) => known === event)
  if (our) return [t(who ? `system.${our}` : `system.${our}_alone`, { who }), text ?? word('note')].filter(Boolean).join('\n')
  const theirs = ofCustomer.find((known) => known === event)
  return theirs ? t(`system.${theirs}`, { who: contactName }) : (text ?? t('system.other', { event }))
}
