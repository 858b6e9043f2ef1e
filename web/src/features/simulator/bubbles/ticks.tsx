import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import type { Shown } from '../data/waiting.ts'

type Mark = 'waiting' | 'sent' | 'delivered' | 'read' | 'failed'

const marks = {
  waiting: { icon: Clock3, look: 'text-tick' },
  sent: { icon: Check, look: 'text-tick' },
  delivered: { icon: CheckCheck, look: 'text-tick' },
  read: { icon: CheckCheck, look: 'text-tick-read' },
  failed: { icon: CircleAlert, look: 'text-danger' },
}

const markOf = ({ message, waiting }: Shown): Mark => (waiting?.failed ? 'failed' : waiting && message.status === 'sent' ? 'waiting' : message.status)

/** How far the customer's own message got: a clock, one tick on the network, two with the business, blue once it was read there. */
export const Ticks = ({ shown }: { shown: Shown }) => {
  const { t } = useTexts('simulator')
  const mark = markOf(shown)
  const { icon: Icon, look } = marks[mark]
  return (
    <span className={classNames('inline-flex', look)} title={t(`status.${mark}`)}>
      <Icon size={15} strokeWidth={2.4} aria-hidden />
      <span className="sr-only">{t(`status.${mark}`)}</span>
    </span>
  )
}
