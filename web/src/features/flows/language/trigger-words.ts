import type { FlowTrigger } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { textsOfTrigger, useStepTexts } from './step-texts.ts'

/** When a flow begins, in a line. */
export const useTriggerWords = () => {
  const { t } = useTexts('flows')
  const texts = useStepTexts()
  return (triggers: readonly FlowTrigger[]): string =>
    triggers.length === 0
      ? t('start.never')
      : triggers.map((trigger) => (trigger.type === 'keyword' ? t('start.keywords', { words: trigger.words.join(', ') }) : (textsOfTrigger(texts, trigger.type).name ?? trigger.type))).join(' · ')
}
