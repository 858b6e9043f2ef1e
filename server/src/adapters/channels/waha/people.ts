import { LRUCache } from 'lru-cache'
import type { Address } from '#channels'
import { record } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { addressOf } from '../../kits/whatsapp/jid.ts'
import { callWaha, inSession, type WahaContext } from './call.ts'
import { chatOf } from '../../kits/whatsapp/message-name.ts'

/** People that were asked for, in all sessions of this process. */
const MOST_KNOWN = 50_000

type Found = { chat: string; aliases: Address[] }

/**
 * Where a person is reached, asked once: WhatsApp spells some numbers in its own way (the 9 of Argentina and Brazil), and answers may come from the person's other name alone
 * (reference 8.4). `absent`: nobody has this number. What cannot be asked is written to as it stands.
 */
export const createPeople = () => {
  const known = new LRUCache<string, Found>({ max: MOST_KNOWN })

  const ask = async (context: WahaContext, path: string): Promise<unknown> => {
    const answer = await callWaha(context, { method: 'GET', path })
    return answer.result === 'answer' && answer.status < 300 ? jsonOf(answer.body) : undefined
  }
  const otherName = async (context: WahaContext, { kind, value }: Address): Promise<Address[]> => {
    const body = record(await ask(context, inSession(context, kind === 'lid' ? `/lids/${value}` : `/lids/pn/${value}`)))
    const other = addressOf(kind === 'lid' ? body['pn'] : body['lid'])
    return other === null || other.kind === kind ? [] : [other]
  }

  return {
    find: async (context: WahaContext, to: Address): Promise<Found | 'absent'> => {
      const chat = chatOf(to)!
      const key = `${context.account.channelId} ${chat}`
      const found = known.get(key)
      if (found !== undefined) return found
      const query = new URLSearchParams({ phone: to.value, session: context.account.settings.session })
      const checked = to.kind === 'phone' ? await ask(context, `/api/contacts/check-exists?${query}`) : undefined
      const { numberExists: exists, chatId } = record(checked)
      if (exists === false) return 'absent'
      const at = addressOf(chatId)
      const person = { chat: (at && chatOf(at)) ?? chat, aliases: await otherName(context, to) }
      if (exists === true || person.aliases.length > 0) known.set(key, person)
      return person
    },
  }
}
export type People = ReturnType<typeof createPeople>
