import i18next from 'i18next'
import type { KindForm } from '../kind.ts'

/** Messages of a Facebook page. */
export const messenger: KindForm = {
  kind: 'messenger',
  type: 'messenger',
  verifies: 'verifyToken',
  words: (language) => {
    const t = i18next.getFixedT(language, 'messenger')
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
        { name: 'pageId', label: t('field.pageId.label'), hint: t('field.pageId.hint'), numeric: true },
        { name: 'pageAccessToken', label: t('field.pageAccessToken.label'), hint: t('field.pageAccessToken.hint'), secret: true },
        { name: 'appSecret', label: t('field.appSecret.label'), hint: t('field.appSecret.hint'), secret: true },
      ],
      invalid: t('invalid'),
      risk: null,
      webhook: t('webhook'),
      causeOf: (code) => (/\.(0|102|190|http_401)$/.test(code) ? t('cause.token') : /\.(3|10|200)$/.test(code) ? t('cause.permission') : null),
    }
  },
}
