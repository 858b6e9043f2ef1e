import type { ConnectedNumber } from '../product/connect-number.ts'
import { answerPrefix } from '../product/connect-number.ts'

/** A customer who writes to one number. The profile name is how the person is found again through the product's lists. */
export type Person = { phone: string; profileName: string; number: ConnectedNumber }
/** The n-th message (from 1) of a person. */
export type PlannedMessage = { id: string; person: Person; n: number; text: string }

/** Ahead of its limit of one message per 6 s, WhatsApp takes 45 to the same person; a person gets fewer here, so that nothing has to wait. */
const mostPerPerson = 40

/** Numbers of countries with and without several spellings. */
const countries = ['54911', '55119', '52155', '573', '346']

export const personOf = (index: number, group: string, number: ConnectedNumber): Person => ({
  phone: `${countries[index % countries.length]}${String(10_000_000 + index * 7 + (group === 'fresh' ? 3 : 0)).slice(-8)}`,
  profileName: `${group} ${String(index).padStart(5, '0')}`,
  number,
})

export const messageOf = (person: Person, n: number): PlannedMessage => ({
  id: `wamid.${person.profileName.replace(' ', '.')}.${n}`,
  person,
  n,
  text: `mensaje ${n} de ${person.profileName}`,
})

/** What the flow has to answer to a message. */
export const answerTo = ({ text }: PlannedMessage): string => answerPrefix + text

/** `count` messages of as many people as that takes, over all numbers in turn; by person, in the order in which they are written. */
export const planMessages = (count: number, numbers: ConnectedNumber[]): PlannedMessage[][] => {
  const people = Math.max(numbers.length, Math.ceil(count / mostPerPerson))
  return Array.from({ length: people }, (_, index) => {
    const person = personOf(index, 'person', numbers[index % numbers.length]!)
    const share = Math.floor(count / people) + (index < count % people ? 1 : 0)
    return Array.from({ length: share }, (_, position) => messageOf(person, position + 1))
  })
}
