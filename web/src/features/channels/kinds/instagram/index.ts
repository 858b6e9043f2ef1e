import i18next from 'i18next'
import type { KindForm } from '../kind.ts'

/** Messages of a professional Instagram account. */
export const instagram: KindForm = {
  kind: 'instagram',
  type: 'instagram',
  verifies: 'verifyToken',
  words: (language) => {
    const t = i18next.getFixedT(language, 'instagram')
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
        { name: 'accountId', label: t('field.accountId.label'), hint: t('field.accountId.hint'), numeric: true },
        { name: 'accessToken', label: t('field.accessToken.label'), hint: t('field.accessToken.hint'), secret: true },
        { name: 'appSecret', label: t('field.appSecret.label'), hint: t('field.appSecret.hint'), secret: true },
      ],
      invalid: t('invalid'),
      risk: null,
      webhook: t('webhook'),
      causeOf: (code) => (/\.(0|102|190|http_401)$/.test(code) ? t('cause.token') : /\.(3|10|200)$/.test(code) ? t('cause.permission') : null),
    }
  },
}
