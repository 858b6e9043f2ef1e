import i18next from 'i18next'
import { lazyPart } from '#ui/lazy-part.tsx'
import type { KindForm } from '../kind.ts'
import { causes, isCause } from '../whatsapp-web/causes.ts'

/** A number linked as a device on a WPPConnect server of the organisation's own. The line looks as that of a number by QR does. */
export const wppconnect: KindForm = {
  kind: 'wppconnect',
  type: 'wppconnect',
  verifies: null,
  Line: lazyPart(async () => (await import('../whatsapp-web/line-panel.tsx')).LinePanel),
  words: (language) => {
    const [t, ofLines] = [i18next.getFixedT(language, 'wppconnect'), i18next.getFixedT(language, 'whatsapp-web')]
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
        { name: 'baseUrl', label: t('field.baseUrl.label'), hint: t('field.baseUrl.hint') },
        { name: 'secretKey', label: t('field.secretKey.label'), hint: t('field.secretKey.hint'), secret: true },
        { name: 'session', label: t('field.session.label'), hint: t('field.session.hint'), optional: true },
        { name: 'callbackUrl', label: t('field.callbackUrl.label'), hint: t('field.callbackUrl.hint'), optional: true },
      ],
      invalid: t('invalid'),
      risk: t('risk'),
      webhook: null,
      causeOf: (code) => {
        const cause = code.replace('wppconnect.', '')
        return isCause(cause) ? ofLines(causes[cause]) : null
      },
    }
  },
}
