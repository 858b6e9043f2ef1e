import i18next from 'i18next'
import { lazyPart } from '#ui/lazy-part.tsx'
import type { KindForm } from '../kinds/kind.ts'

const Settings = lazyPart(async () => (await import('./granted.tsx')).Granted)

/** What is told of a kind where the channel was connected by signing in: nothing was entered, and the host's app is called by the vendor. */
export const grantedForm = (form: KindForm): KindForm => ({
  ...form,
  verifies: null,
  Settings,
  words: (language) => {
    const words = form.words(language)
    const over = i18next.getFixedT(language, 'channels')('sign_in.over')
    return { ...words, fields: [], webhook: null, causeOf: (code) => (/\.(0|102|190|http_401)$/.test(code) ? over : words.causeOf(code)) }
  },
})
