import i18next from 'i18next'
import { lazyPart } from '#ui/lazy-part.tsx'
import type { KindForm, KindWords } from '../kind.ts'
import { causes, isCause } from '../whatsapp-web/causes.ts'

const Line = lazyPart(async () => (await import('../whatsapp-web/line-panel.tsx')).LinePanel)

const wordsOf = (language: string, place: 'remote' | 'container', fields: KindWords['fields']): KindWords => {
  const [t, ofLines] = [i18next.getFixedT(language, 'waha'), i18next.getFixedT(language, 'whatsapp-web')]
  return {
    title: t(`${place}.title`),
    summary: t(`${place}.summary`),
    traits: {
      cost: t(`${place}.cost`),
      approval: t('trait.approval'),
      outside: t('trait.outside'),
      buttons: t('trait.buttons'),
      past: t('trait.past'),
      needs: t(`${place}.needs`),
    },
    steps: [t(`${place}.step.1`), t(`${place}.step.2`), t(`${place}.step.3`)],
    fields,
    invalid: t('invalid'),
    risk: t('risk'),
    webhook: null,
    causeOf: (code) => {
      const cause = code.replace('waha.', '')
      return isCause(cause) ? ofLines(causes[cause]) : null
    },
  }
}

/** A number linked as a device on a WAHA server of the organisation's own. The line looks as that of a number by QR does. */
export const waha: KindForm = {
  kind: 'waha',
  ways: ['remote'],
  type: 'waha',
  verifies: null,
  Line,
  words: (language) => {
    const t = i18next.getFixedT(language, 'waha')
    return wordsOf(language, 'remote', [
      { name: 'baseUrl', label: t('field.baseUrl.label'), hint: t('field.baseUrl.hint') },
      { name: 'apiKey', label: t('field.apiKey.label'), hint: t('field.apiKey.hint'), secret: true },
      { name: 'session', label: t('field.session.label'), hint: t('field.session.hint'), optional: true },
      { name: 'callbackUrl', label: t('field.callbackUrl.label'), hint: t('field.callbackUrl.hint'), optional: true },
    ])
  },
}

/** The same in a container that the installation makes, where its host lets it. */
export const wahaContainer: KindForm = {
  kind: 'waha',
  ways: ['container', 'shared'],
  type: 'waha-container',
  verifies: null,
  hasServer: true,
  Line,
  words: (language) => {
    const t = i18next.getFixedT(language, 'waha')
    const choices = [
      { value: 'container', label: t('field.hosting.container') },
      { value: 'shared', label: t('field.hosting.shared') },
    ]
    return wordsOf(language, 'container', [{ name: 'hosting', label: t('field.hosting.label'), hint: t('field.hosting.hint'), choices, lasting: true }])
  },
}
