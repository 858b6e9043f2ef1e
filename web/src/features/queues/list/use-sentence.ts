import type { Queue } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { languageName } from '../languages.ts'
import type { Names } from '../names.ts'

export type Sentence = { condition: string; ways: string[] }

/** A queue as a sentence: who comes into it, and what becomes of them. */
export const useSentence = (names: Names) => {
  const { t } = useTexts('queues')
  const { place, duration, percent, number } = useFormat()
  const nameOf = (list: readonly { id: string; name: string }[], id: string) => list.find((one) => one.id === id)?.name ?? t('sentence.gone')
  const either = (words: string[]) => new Intl.ListFormat(place.locale, { type: 'disjunction' }).format(words)
  const both = (words: string[]) => new Intl.ListFormat(place.locale, { type: 'conjunction' }).format(words)

  const conditionOf = ({ entry, isDefault }: Queue): string => {
    const { channelIds = [], keywords = [], tagIds = [], languages = [], loadAbove } = entry
    const conditions = [
      ...(tagIds.length ? [t('sentence.tag', { names: either(tagIds.map((id) => nameOf(names.tags, id))) })] : []),
      ...(keywords.length ? [t('sentence.keywords', { words: either(keywords.map((word) => `“${word}”`)) })] : []),
      ...(channelIds.length ? [t('sentence.channel', { names: either(channelIds.map((id) => nameOf(names.channels, id))) })] : []),
      ...(languages.length ? [t('sentence.language', { names: either(languages.map((code) => languageName(place.locale, code))) })] : []),
      ...(loadAbove === undefined ? [] : [t('sentence.load', { share: percent(loadAbove / 100) })]),
    ]
    if (conditions.length > 0) return t('sentence.if', { conditions: both(conditions) })
    return t(isDefault ? 'sentence.otherwise' : 'sentence.always')
  }

  const overflowOf = ({ overflow, maxWaitSeconds }: Queue): string[] => {
    if (maxWaitSeconds === null) return overflow.to === 'stay' ? [] : [t('sentence.when_full', { what: afterWait(overflow) })]
    const limit = t('sentence.longest', { time: duration(maxWaitSeconds) })
    return overflow.to === 'stay' ? [limit] : [limit, afterWait(overflow)]
  }
  const afterWait = (overflow: Queue['overflow']): string => {
    if (overflow.to === 'queue') return t('sentence.else_queue', { name: nameOf(names.queues, overflow.queueId) })
    if (overflow.to === 'flow') return t('sentence.else_flow', { name: nameOf(names.flows, overflow.flowId) })
    return t(`sentence.else_${overflow.to}`)
  }

  const waysOf = (queue: Queue): string[] => [
    queue.routing ? both(queue.routing.map(({ strategy }) => t(`strategy.${strategy}`).toLowerCase())) : t('sentence.as_campaign'),
    ...(queue.requiredSkills.length
      ? [t('sentence.skills', { count: queue.requiredSkills.length, names: both(queue.requiredSkills.map(({ name }) => name)) })]
      : []),
    ...(queue.capacity === null ? [] : [t('sentence.capacity', { number: number(queue.capacity) })]),
    ...overflowOf(queue),
  ]
  return (queue: Queue): Sentence => ({ condition: conditionOf(queue), ways: waysOf(queue) })
}
