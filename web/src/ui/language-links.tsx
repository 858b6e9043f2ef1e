import { type Language, languages } from '#lib/i18n/languages.ts'
import { chooseLanguage, shownLanguage, useTexts } from '#lib/i18n/texts.ts'

/** Each language in its own words, the same on every screen. */
export const languageNames: Record<Language, string> = { es: 'Español', 'pt-BR': 'Português', en: 'English' }

/** Language switch of pages before the sign-in. */
export const LanguageLinks = () => {
  const { t } = useTexts('ui')
  const shown = shownLanguage()
  return (
    <nav aria-label={t('language')} className="flex gap-4 text-sm">
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-current={shown.startsWith(language) ? 'true' : undefined}
          onClick={() => void chooseLanguage(language, null)}
          className="min-h-8 text-fg-2 underline-offset-4 hover:underline aria-current:font-semibold aria-current:text-fg touch:min-h-11"
        >
          {languageNames[language]}
        </button>
      ))}
    </nav>
  )
}
