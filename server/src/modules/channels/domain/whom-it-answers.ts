import type { ChannelAnswers } from '@chasqui/contracts'

/** Who is to be answered, and when: `numbers` by which they are known, in whatever spelling; `isOpen`: whether somebody is there. */
export type Asking = { numbers: readonly string[]; isOpen: boolean }
/** One spelling for all that are the same number. */
type KeyOf = (number: string) => string

/** Whether flows may begin with this person now by themselves: by what they write, or by what happens. */
export const mayBegin = (answers: ChannelAnswers, { numbers, isOpen }: Asking, keyOf: KeyOf): boolean => {
  switch (answers.to) {
    case 'nobody':
      return false
    case 'test_numbers': {
      const tested = new Set(answers.numbers.map(keyOf))
      return numbers.some((number) => tested.has(keyOf(number)))
    }
    case 'outside_hours':
      return !isOpen
    case 'everyone':
      return true
  }
}

/** Whether what began by itself goes on. A choice that leaves somebody out ends it; the hour at which people come does not: what began at night is brought to its end. */
export const mayGoOn = (answers: ChannelAnswers, asking: Asking, keyOf: KeyOf): boolean =>
  mayBegin(answers, answers.to === 'outside_hours' ? { ...asking, isOpen: false } : asking, keyOf)
