import type { MessageTemplate } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'

const states = [
  'pending',
  'in_appeal',
  'rejected',
  'paused',
  'disabled',
  'flagged',
  'deleted',
  'pending_deletion',
  'archived',
  'locked',
  'limit_exceeded',
] as const
const reasons = ['abusive_content', 'invalid_format', 'incorrect_category', 'tag_content_mismatch', 'promotional', 'scam'] as const

/** Why a template is not offered: what its provider says of it, in words where the provider only has a code, else what nobody can fill in. */
export const useWhyNot = () => {
  const { t } = useTexts('inbox')
  return ({ status, statusReason, statusAdvice, obstacle }: MessageTemplate): string => {
    if (status === 'approved' && obstacle) return t(`template.obstacle_${obstacle}`)
    const state = states.find((one) => one === status)
    const reason = reasons.find((one) => one === statusReason?.toLowerCase())
    return [
      state ? t(`template.status_${state}`) : t('template.status_other', { status }),
      reason ? t(`template.reason_${reason}`) : statusReason && t('template.reason_other', { reason: statusReason }),
      statusAdvice,
    ]
      .filter(Boolean)
      .join(' ')
  }
}
