import { useTexts } from '#lib/i18n/texts.ts'
import type { Answering } from './answering.ts'

/** "The flow Welcome answers", "Lucía Paz answers", "Waits for a person", "Nobody answers". */
export const useAnsweringWords = () => {
  const { t } = useTexts('simulator')
  return ({ who, name }: Answering): string => {
    if (who === 'nobody') return t('answering.nobody')
    if (who === 'flow') return name === null ? t('answering.some_flow') : t('answering.flow', { name })
    return name === null ? t('answering.waiting') : t('answering.person', { name })
  }
}
