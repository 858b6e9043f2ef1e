import type { Channel } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { usePublishedFlows } from '../data/published-flows.ts'

/** Who answers on a channel, and whom: a line for its card. */
export const useAnswerWords = (): ((channel: Channel) => string) => {
  const { t } = useTexts('channels')
  const flows = usePublishedFlows()
  return ({ flowId, answers: { to } }) => {
    if (to === 'nobody') return t('list.nobody')
    const serving = flowId && (flows.find(({ value }) => value === flowId)?.label ?? t('list.some_flow'))
    return t(`list.to.${to}`, { flow: serving || t('list.by_message') })
  }
}
