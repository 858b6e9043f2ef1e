import type { Address } from '#channels'
import { shownName } from '#platform/foreign-json/display-text'
import { text, type Json } from '#platform/foreign-json/loose-json'
import type { Graph, MessagingCall } from './account.ts'

type Told = { result: 'told'; name: string | null } | { result: 'retry'; reason: string }

const nameIn: Record<Graph['network']['identity'], (profile: Json) => string | null> = {
  psid: (profile) => shownName(`${text(profile['first_name'])} ${text(profile['last_name'])}`),
  igsid: (profile) => shownName(profile['name']) ?? shownName(text(profile['username']) && `@${text(profile['username'])}`),
}
const fields = { psid: 'first_name,last_name', igsid: 'name,username' }

/** What a person is called (reference 4). Many have no profile for us, or have not agreed: that is an answer, too. */
export const readProfile = async (graph: Graph, of: Address, call: MessagingCall): Promise<Told> => {
  const { identity } = graph.network
  if (of.kind !== identity) return { result: 'told', name: null }
  const answer = await graph.ask(call, { method: 'GET', path: `${encodeURIComponent(of.value)}?fields=${fields[identity]}` })
  if (answer.result === 'done') return { result: 'told', name: nameIn[identity](answer.body) }
  return answer.result === 'failed' ? { result: 'told', name: null } : { result: 'retry', reason: answer.error.code }
}
