import i18next, { type Namespace } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { followKept, keep, readKept } from '../kept.ts'
import { type Language, languageFor, languages, regionIn, type Shown, shownIn } from './languages.ts'
import { textFiles } from './load-texts.ts'

/**
 * Texts in Spanish, Portuguese and English, keys typed from the Spanish file of each namespace.
 *   const { t } = useTexts('inbox')      t('list.empty'), t('list.new', { count: 2 }); needs `loadTexts('inbox')` in the page's route
 *   chooseLanguage('pt-BR')              kept in this browser
 * A feature declares its namespace in `features/x/texts/x.d.ts` (see web/README.md).
 */
const keptLanguage = (): Language | null => languages.find((language) => language === readKept('language')) ?? null

/** Where *vos* is decided; the browser's own region until a business is known. */
let region = regionIn(navigator.languages)

const use = async (language: Language, country: string | null) => {
  region = country ?? region
  const shown = shownIn(language, country)
  await i18next.changeLanguage(shown)
  document.documentElement.lang = shown
}

export const startTexts = async () => {
  const language = shownIn(languageFor([keptLanguage(), ...navigator.languages]), regionIn(navigator.languages))
  await i18next
    .use(textFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: { 'es-AR': ['es'], default: [] },
      load: 'currentOnly',
      ns: ['app', 'ui'],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
  document.documentElement.lang = language
  // What is chosen in one tab is spoken in all of them.
  followKept('language', () => void use(keptLanguage() ?? languageFor(navigator.languages), region))
}

/** Texts of one or several namespaces, for route loaders: the page then renders without a gap. */
export const loadTexts = async (namespaces: Namespace) => void (await i18next.loadNamespaces(namespaces))

/** The person's own choice wins, then what this browser chose, then the tenant's locale, then the browser. `country` decides on *vos*. */
export const settleLanguage = (own: Language | null, locale: string | null, country: string | null) =>
  use(languageFor([own, keptLanguage(), locale, ...navigator.languages]), country)

export const chooseLanguage = async (language: Language, country: string | null) => {
  keep('language', language)
  await use(language, country ?? regionIn(navigator.languages))
}

export const shownLanguage = (): Shown => i18next.language as Shown
export const useTexts = useTranslation
/** Outside of components: toasts from handlers, titles of errors. */
export const text = i18next.t
