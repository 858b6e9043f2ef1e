import i18next from 'i18next'
import { lazyPart } from '#ui/lazy-part.tsx'
import type { KindForm } from '../kind.ts'
import { causes, isCause } from './causes.ts'

/** A number linked as a device, as WhatsApp Web is. Nothing is typed: the telephone links it. */
export const whatsappWeb: KindForm = {
  kind: 'whatsapp-web',
  type: 'web',
  verifies: null,
  Line: lazyPart(async () => (await import('./line-panel.tsx')).LinePanel),
  Past: lazyPart(async () => (await import('./past.tsx')).Past),
  words: (language) => {
    const t = i18next.getFixedT(language, 'whatsapp-web')
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
        {
          name: 'history',
          label: t('past.wanted'),
          hint: t('past.wanted_hint'),
          choices: [{ value: 'none', label: t('past.none') }, ...['7', '30', '90'].map((days) => ({ value: days, label: t('past.days', { days }) }))],
        },
      ],
      invalid: t('phone.invalid'),
      risk: t('risk'),
      webhook: null,
      causeOf: (code) => {
        const cause = code.replace('whatsapp-web.', '')
        return isCause(cause) ? t(causes[cause]) : null
      },
    }
  },
}
