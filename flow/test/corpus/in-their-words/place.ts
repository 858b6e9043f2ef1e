import type { Menu } from '../choices.ts'
import type { Utterances } from '../utterance.ts'

/** What the customers of businesses in one country answer, with what is meant by it, at moments that differ. */
export type Place = { locale: string; timeZone: string; country: string; answers: Answers[]; menus: Menu[] }

export type Answers = {
  expect: 'datetime' | 'date' | 'time' | 'yes_no' | 'number'
  now: string
  past?: boolean
  hours?: { from: string; to: string }
  said: Utterances
}
