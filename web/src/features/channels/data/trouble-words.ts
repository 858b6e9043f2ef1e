import { failureReason } from '#lib/failure-words.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import type { KindForm } from '../kinds/kind.ts'

/** What the code of a message's trouble means: by what its kind of channel knows of it, else by what is known of all. */
export const useTroubleWords = (form: KindForm | null): ((code: string) => string) => {
  const { t, i18n } = useTexts('inbox')
  return (code) => form?.words(i18n.language).causeOf(code) ?? t(`failure.${failureReason(code)}`)
}
