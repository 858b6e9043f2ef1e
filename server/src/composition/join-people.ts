import type { Contacts, Sighting } from '#contacts'
import type { Conversations } from '#conversations'
import type { Flows } from '#flows'
import type { Tasks } from '#tasks'
import type { Tx } from '#platform/database/transaction'
import type { QueueHandler } from '#platform/lanes/handler'

type Address = Sighting['addresses'][number]
type Told = { channelId: string; addresses: Address[] }
export type PeoplePorts = {
  contacts: Pick<Contacts, 'at' | 'join'>
  conversations: Pick<Conversations, 'movePerson' | 'tellJoined'>
  flows: Pick<Flows, 'movePerson'>
  tasks: Pick<Tasks, 'movePerson'>
}

const queue = 'same-person'

/** Two contacts turned out to be one person: what everybody keeps of `from` is of `into` from now on. Thread and trail say so, and `by` what. */
export const joinPeople = async (tx: Tx, { contacts, conversations, flows, tasks }: PeoplePorts, joining: Parameters<Contacts['join']>[1]): Promise<void> => {
  await conversations.movePerson(tx, joining)
  await flows.movePerson(tx, joining)
  await tasks.movePerson(tx, joining)
  await contacts.join(tx, joining)
  await conversations.tellJoined(tx, joining.into, joining.by)
}

/** Addresses are one person's, says the network. Whoever is known by one of them has all; where several contacts are, they are made one by a job of its own. */
export const theyAreOne = async (tx: Tx, contacts: Pick<Contacts, 'samePerson'>, channelId: string, addresses: Address[]): Promise<void> => {
  if ((await contacts.samePerson(tx, channelId, addresses)) >= 2) makeOne(tx, { channelId, addresses })
}

const makeOne = (tx: Tx, told: Told): void => tx.enqueue({ queue, key: `${told.channelId}:${told.addresses[0]!.value}`, payload: told })

/** Keeps what a network calls whom was written to. Whoever is another contact by it is made one by that job, too. */
export const attachAliases =
  (contacts: Pick<Contacts, 'attachAliases'>) =>
  async (tx: Tx, identityId: string, aliases: Address[]): Promise<void> => {
    const pair = await contacts.attachAliases(tx, identityId, aliases)
    if (pair) makeOne(tx, pair)
  }

/**
 * Makes one of two contacts of a person: of the one whose number is known. Where both have a number, or one of them is blocked, a person has to decide; and
 * whoever was made one meanwhile is one.
 */
export const samePersonHandler = (ports: PeoplePorts): QueueHandler => ({
  queue,
  concurrency: 1,
  handle: async (tx, [job]) => {
    const { channelId, addresses } = job!.payload as Told
    const known = []
    for (const address of addresses) known.push(await ports.contacts.at(tx, { channelId, address }))
    const people = [...new Map(known.flatMap((one) => (one ? [[one.id, one] as const] : []))).values()]
    const into = people.find(({ phone }) => phone !== null)
    const from = people.find((one) => one !== into)
    if (people.length !== 2 || !into || !from || from.phone !== null || people.some(({ blocked }) => blocked)) return
    await joinPeople(tx, ports, { from: from.id, into: into.id, by: 'network' })
  },
})
