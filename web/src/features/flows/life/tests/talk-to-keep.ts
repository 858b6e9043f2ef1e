import type { FlowDefinition, TestAct, TestTalk } from '@chasqui/contracts'
import { commonAbilities, holdTalk } from '@chasqui/flow/tests/hold-talk'
import type { CustomerMessage } from '@chasqui/flow'
import type { Said, TestTalk as Talk, World } from '../../testing/test-talk.ts'

type Heard = Extract<Said, { from: 'customer' }>

/** What can be sent beside words: a voice note is not among it, whose words nobody has. */
const sent = ['image', 'video', 'document', 'location', 'contacts'] as const
const isSent = (type: string): type is (typeof sent)[number] => sent.some((one) => one === type)

const isHeard = (one: Talk['thread'][number]): one is Heard => one.from === 'customer'
const actOf = ({ content }: Heard): TestAct | null => {
  if (isSent(content.type)) return sendingOf(content, content.type)
  if (content.type === 'text' && content.text.trim() !== '') return { type: 'writes', text: content.text }
  return content.type === 'choice' && content.choiceId ? { type: 'presses', id: content.choiceId, title: content.text.slice(0, 200) } : null
}

const sendingOf = ({ text, file, place, phone }: CustomerMessage, what: (typeof sent)[number]): TestAct => ({
  type: 'sends',
  what,
  text,
  ...(file && { file: { name: file.name, mime: file.mime } }),
  ...(place && { place: { latitude: place.latitude, longitude: place.longitude } }),
  ...(phone !== undefined && { phone }),
})

const waiting = (from: number, to: number): TestAct[] => {
  const seconds = Math.floor((to - from) / 1000)
  return seconds >= 1 ? [{ type: 'waits', seconds: Math.min(seconds, 31 * 86_400) }] : []
}

/** What the customer did, with the silences between; null when the talk cannot be held again from its words, as with a voice note. */
const actsOf = ({ thread, now, from }: Talk): TestAct[] | null => {
  const [first] = thread
  const heard = thread.filter(isHeard)
  if (!first) return null
  const acts: TestAct[] = from !== null || !isHeard(first) ? [{ type: 'starts', ...(from !== null && { step: from }) }] : []
  let at = Date.parse(first.at)
  for (const one of heard) {
    const act = actOf(one)
    if (!act) return null
    acts.push(...waiting(at, Date.parse(one.at)), act)
    at = Date.parse(one.at)
  }
  return [...acts, ...waiting(at, now)]
}

/**
 * A talk with the draft as a test: what the customer did, and what the draft says to it on a channel like most. The engine is asked again without any replies
 * expected, so that every reply comes back as one that was not.
 */
export const talkToKeep = (talk: Talk, definition: FlowDefinition, { measure: _, channelId: __, ...world }: World): TestTalk | null => {
  const acts = actsOf(talk)
  const [first] = talk.thread
  if (!acts || !first || acts.length > 200) return null
  const { name, phone, language, tags = [] } = talk.customer
  const silent: TestTalk = {
    at: first.at,
    contact: { name, phone, language, tags: [...tags] },
    ...(world.isOpen !== undefined && { isOpen: world.isOpen }),
    ...(Object.keys(talk.given).length > 0 && { given: talk.given }),
    ...(talk.answers.length > 0 && { calls: [...talk.answers] }),
    turns: acts.map((does) => ({ does, replies: [] })),
  }
  const said = holdTalk(definition, silent, { ...world, abilities: commonAbilities }).filter(({ what }) => what === 'unexpected_reply')
  const turns = acts.map((does, at) => ({ does, replies: said.flatMap(({ turn, actual }) => (turn === at ? [String(actual)] : [])) }))
  const ends = talk.run?.outcome ?? null
  return { ...silent, turns, ends: ends === 'unreachable' ? null : ends }
}
