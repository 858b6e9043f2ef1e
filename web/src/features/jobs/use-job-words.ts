import type { Job } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'

const refusals = {
  not_found: 'why.gone',
  forbidden: 'why.forbidden',
  'conversation.closed': 'why.closed',
  'conversation.merged': 'why.merged',
  'conversation.other_open': 'why.other_open',
  'conversation.changed': 'why.changed',
  'contact.blocked': 'why.blocked',
  'closing_reason.unknown': 'why.reason',
  'closing_reason.required': 'why.reason_required',
  'closing_reason.note_required': 'why.note_required',
  'window.closed': 'why.window',
  'user.unknown': 'why.member',
  'channel.no_flow': 'why.no_flow',
  'channel.not_answered': 'why.not_answered',
  'snooze.past': 'why.past',
  'tags.too_many': 'why.tags',
  'tenant.suspended': 'why.suspended',
} as const

/** What a job is called, how it stands, and why something was refused. */
export const useJobWords = () => {
  const { t } = useTexts('jobs')
  const nameOf = ({ order, total, undoes }: Job): string => {
    const count = total
    if (undoes) return t(`undo.${order.act}`, { count })
    if (order.act === 'assign') return order.to ? t('name.assign', { count, name: order.to.name }) : t('name.unassign', { count })
    if (order.act === 'snooze' && order.until === null) return t('name.wake', { count })
    return t(`name.${order.act}`, { count })
  }
  const resultOf = ({ done, skipped, failed, state, total }: Job): string =>
    [
      t('result.done', { count: done }),
      skipped > 0 && t('result.skipped', { count: skipped }),
      failed > 0 && t('result.failed', { count: failed }),
      state === 'cancelled' && t('result.left', { count: total - done - skipped - failed }),
    ]
      .filter(Boolean)
      .join(' · ')
  const why = (code: string | null): string => {
    const known = Object.entries(refusals).find(([name]) => name === code)
    return known ? t(known[1]) : t('why.other')
  }
  return { nameOf, resultOf, why }
}
