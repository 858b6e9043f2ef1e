import i18next from 'i18next'
import { lazyPart } from '#ui/lazy-part.tsx'
import type { KindForm } from '../kind.ts'

/** The chat on the pages of a site. Nothing is asked for before it is there: how it looks and where it may open is set on its page. */
export const webchat: KindForm = {
  kind: 'webchat',
  type: 'webchat',
  verifies: null,
  own: true,
  trialPath: (channelId) => `/w/${channelId}`,
  Settings: lazyPart(async () => (await import('./settings.tsx')).WebchatSettings),
  words: (language) => {
    const t = i18next.getFixedT(language, 'webchat')
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
      fields: [],
      invalid: t('invalid'),
      risk: null,
      webhook: null,
      causeOf: () => null,
    }
  },
}
