import { useTexts } from '#lib/i18n/texts.ts'
import type { Milestone } from '../../form/milestone-field.tsx'
import { useStepWords } from '../../language/step-words.ts'

/** What counts wherever it happens, in words that go on after "counts who". */
export const useMilestoneName = () => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  return (milestone: Milestone): string => {
    if (milestone.what === 'tag') return t('arms.tag', { tag: milestone.tag })
    return milestone.what === 'stage'
      ? t('arms.stage', { stage: words.choiceName('stage', 'stage', milestone.stage) })
      : t('arms.event', { event: milestone.event })
  }
}
