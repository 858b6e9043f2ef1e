import type { Channels } from '#channels'
import type { Sighting } from '#contacts'
import type { NewJob } from '#platform/lanes/enqueue'
import type { QueueHandler } from '#platform/lanes/handler'
import type { Webchat } from '#webchat'
import { joinPeople, type PeoplePorts } from './join-people.ts'

type Address = Sighting['addresses'][number]
type Came = { channelId: string; from: Address; codeHash: string }
type Ports = PeoplePorts & { webchat: Pick<Webchat, 'usePassage'> }
type Happening = Awaited<ReturnType<Channels['interpret']>> extends readonly (infer One)[] | null ? One : never

const queue = 'passages'

/** Work for a code of a web chat that somebody wrote on another channel; null where there is none. The job names it by its hash: whoever reads jobs cannot use it. */
export const passageOf = (webchat: Pick<Webchat, 'passageIn'>, channelId: string, happening: Happening): NewJob | null => {
  if (happening.type !== 'message' || happening.origin !== 'contact' || happening.content.type !== 'text') return null
  const hash = webchat.passageIn(happening.content.text)
  const [from] = happening.from
  if (!hash || !from) return null
  const codeHash = hash.toString('hex')
  return { queue, key: codeHash, payload: { channelId, from, codeHash } satisfies Came }
}

/**
 * A visitor of a web chat wrote their code by WhatsApp: both are one person from now on, with all that was said. After the message itself, because that has to
 * be heard whatever comes of the code. Whoever is blocked under either name stays as they are.
 */
export const passageHandler = ({ webchat, ...people }: Ports): QueueHandler => ({
  queue,
  concurrency: 1,
  handle: async (tx, [job]) => {
    const { channelId, from: address, codeHash } = job!.payload as Came
    const chat = await webchat.usePassage(tx, channelId, Buffer.from(codeHash, 'hex'))
    if (!chat) return
    const person = await people.contacts.at(tx, { channelId, address })
    const visitor = await people.contacts.at(tx, { channelId: chat.channelId, address: { kind: 'webchat', value: chat.visitorId } })
    if (!person || !visitor || person.id === visitor.id || person.blocked || visitor.blocked) return
    await joinPeople(tx, people, { from: visitor.id, into: person.id, by: 'code' })
  },
})
