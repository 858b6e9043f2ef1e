import i18next from 'i18next'
import type { KindForm } from '../kind.ts'

/** Codes of Meta that a connection can meet, by what a person has to do about them. */
const causes = {
  token: ['whatsapp.token_over', 'whatsapp.0', 'whatsapp.102', 'whatsapp.190', 'whatsapp.http_401'],
  permission: ['whatsapp.3', 'whatsapp.10', 'whatsapp.200', 'whatsapp.131005'],
  absent: ['whatsapp.100'],
  blocked: ['whatsapp.368', 'whatsapp.131031'],
  payment: ['whatsapp.131042', 'whatsapp.131044'],
  unregistered: ['whatsapp.131045', 'whatsapp.133005', 'whatsapp.133006', 'whatsapp.133010'],
  token_untold: ['whatsapp.token_untold'],
  permissions_missing: ['whatsapp.permissions_missing'],
  permissions_elsewhere: ['whatsapp.permissions_elsewhere'],
  number_flagged: ['whatsapp.number_flagged'],
  number_limited: ['whatsapp.number_limited'],
  number_pending: ['whatsapp.number_pending'],
  number_unverified: ['whatsapp.number_unverified'],
  number_restricted: ['whatsapp.number_restricted'],
  number_banned: ['whatsapp.number_banned'],
  number_offline: ['whatsapp.number_offline'],
  number_gone: ['whatsapp.number_gone'],
  name_pending: ['whatsapp.name_pending'],
  name_none: ['whatsapp.name_none'],
  name_declined: ['whatsapp.name_declined'],
  name_expired: ['whatsapp.name_expired'],
  unreachable: ['whatsapp.unreachable', 'whatsapp.no_answer', 'whatsapp.1', 'whatsapp.2'],
} as const
type Cause = keyof typeof causes
const causeNames = Object.keys(causes) as Cause[]

/** The official interface of Meta. */
export const whatsappCloud: KindForm = {
  kind: 'whatsapp-cloud',
  type: 'cloud',
  verifies: 'verifyToken',
  words: (language) => {
    const t = i18next.getFixedT(language, 'whatsapp-cloud')
    const field = (name: 'phoneNumberId' | 'businessAccountId' | 'accessToken' | 'appSecret') => ({
      name,
      label: t(`field.${name}.label`),
      hint: t(`field.${name}.hint`),
    })
    return {
      title: t('title'),
      summary: t('summary'),
      traits: {
        cost: t('trait.cost'),
        approval: t('trait.approval'),
        outside: t('trait.outside'),
        buttons: t('trait.buttons'),
        past: t('trait.past'),
        needs: t('trait.needs'),
      },
      steps: [t('step.1'), t('step.2'), t('step.3')],
      fields: [
        { ...field('phoneNumberId'), numeric: true },
        { ...field('businessAccountId'), numeric: true },
        { ...field('accessToken'), secret: true },
        { ...field('appSecret'), secret: true },
      ],
      invalid: t('invalid'),
      risk: null,
      webhook: t('webhook'),
      causeOf: (code) => {
        const cause = causeNames.find((name) => (causes[name] as readonly string[]).includes(code))
        return cause ? t(`cause.${cause}`) : null
      },
    }
  },
}
