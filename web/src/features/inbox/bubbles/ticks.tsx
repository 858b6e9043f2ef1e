import type { MessageStatus } from '@chasqui/contracts'
import { Ban, Check, CheckCheck, CircleAlert, CircleHelp, Clock3, type LucideIcon } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { Tooltip } from '#ui/tooltip.tsx'

type Mark = { icon: LucideIcon; look: string; bold?: boolean }
const marks: Partial<Record<MessageStatus, Mark>> = {
  pending: { icon: Clock3, look: 'text-tick' },
  processing: { icon: Clock3, look: 'text-tick' },
  sent: { icon: Check, look: 'text-tick' },
  delivered: { icon: CheckCheck, look: 'text-tick' },
  read: { icon: CheckCheck, look: 'text-tick-read', bold: true },
  played: { icon: CheckCheck, look: 'text-tick-read', bold: true },
  failed: { icon: CircleAlert, look: 'text-danger', bold: true },
  uncertain: { icon: CircleHelp, look: 'text-warning', bold: true },
  cancelled: { icon: Ban, look: 'text-tick' },
}

/** How far a message got. The words are in the tooltip and for screen readers; received messages have none. `detail` adds the time. */
export const Ticks = ({ status, detail, className }: { status: MessageStatus; detail?: string; className?: string }) => {
  const { t } = useTexts('inbox')
  const mark = marks[status]
  if (!mark || status === 'received') return null
  const words = t(`status.${status}`)
  return (
    <Tooltip content={detail ? `${words} · ${detail}` : words}>
      <span className={classNames('inline-flex shrink-0', mark.look, className)}>
        <mark.icon size={16} strokeWidth={mark.bold ? 2.5 : 2} aria-hidden />
        <span className="sr-only">{words}</span>
      </span>
    </Tooltip>
  )
}
