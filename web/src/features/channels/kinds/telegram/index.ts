import i18next from 'i18next'
import type { KindForm } from '../kind.ts'

/** Refusals that a connection can meet, by what a person has to do about them. */
const causes = {
  'telegram.token_refused': 'cause.token',
  'telegram.not_found': 'cause.token',
  'telegram.conflict': 'cause.elsewhere',
  'telegram.no_public_url': 'cause.address',
  'telegram.unreachable': 'cause.unreachable',
  'telegram.no_answer': 'cause.unreachable',
} as const

/** A bot of Telegram. By default it is asked for news, so that no public address is needed. */
export const telegram: KindForm = {
  kind: 'telegram',
  type: 'telegram',
  verifies: null,
  words: (language) => {
    const t = i18next.getFixedT(language, 'telegram')
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
        { name: 'botToken', label: t('field.botToken.label'), hint: t('field.botToken.hint'), secret: true },
        {
          name: 'delivery',
          label: t('field.delivery.label'),
          hint: t('field.delivery.hint'),
          choices: [
            { value: 'polling', label: t('field.delivery.polling') },
            { value: 'webhook', label: t('field.delivery.webhook') },
          ],
        },
      ],
      invalid: t('invalid'),
      risk: null,
      webhook: null,
      causeOf: (code) => (code in causes ? t(causes[code as keyof typeof causes]) : null),
    }
  },
}
