import { fold, holdsWords } from '../../understanding/fold.ts'
import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'

const sameRef = (ref: string): string => ref.trim().toLowerCase().replace(/\/$/, '')

export const referral: TriggerBehaviour<'referral'> = {
  listen: ({ refs, codes }) => {
    const wanted = new Set(refs.map(sameRef))
    const words = codes.map((code) => fold(code))
    const isAny = refs.length + codes.length === 0
    return (occasion) => {
      if (occasion.type !== 'message') return null
      if (isAny) return occasion.referral.length > 0 ? { rank: rank.anyReferral, words: 0 } : null
      const hit = occasion.referral.some((ref) => wanted.has(sameRef(ref))) || words.some((word) => holdsWords(occasion.said.folded, word))
      return hit ? { rank: rank.referral, words: 0 } : null
    }
  },
  claims: ({ refs, codes }) =>
    refs.length + codes.length === 0
      ? [{ what: 'referral', shown: '' }]
      : [
          ...refs.map((ref) => ({ what: `referral:${sameRef(ref)}`, shown: ref.trim() })),
          ...codes.map((code) => ({ what: `code:${fold(code)}`, shown: code.trim() })),
        ],
}
