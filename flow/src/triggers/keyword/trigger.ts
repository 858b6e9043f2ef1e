import { warning } from '../../problems/found.ts'
import { fold } from '../../understanding/fold.ts'
import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'
import { unwritten, unwrittenProblems } from '../unwritten.ts'
import { listenFor } from './find-word.ts'

export const keyword: TriggerBehaviour<'keyword'> = {
  listen: ({ words, match }) => {
    const finders = words.map((word) => listenFor(word, match))
    return (occasion) => {
      if (occasion.type !== 'message' || occasion.message.text.trim() === '') return null
      const found = finders.flatMap((find) => find(occasion.message.text, occasion.said) ?? [])
      if (found.length === 0) return null
      const best = Math.max(...found.map(({ how }) => rank[how]))
      return { rank: best, words: Math.max(...found.filter(({ how }) => rank[how] === best).map((one) => one.words)) }
    }
  },
  claims: ({ words }) => words.map((word) => ({ what: `keyword:${fold(word) || word.trim()}`, shown: word.trim() })),
  problems: ({ words, match }) => [
    ...unwrittenProblems(words),
    ...(match === 'near' && words.some((word) => word !== unwritten && [...word].length < 5)
      ? [warning('keyword_too_short', 'Words of fewer than five letters are not looked for with slips: too many others are like them.')]
      : []),
  ],
}
