import * as inbound from '../../server/test/doubles/graph-api/inbound.ts'
import { signWebhook, type SignedWebhook } from '../../server/test/doubles/graph-api/signed-webhook.ts'
import type { ConnectedNumber } from '../product/connect-number.ts'
import type { PlannedMessage } from './plan.ts'

const changeFor = (number: ConnectedNumber, messages: PlannedMessage[]) => {
  const customers = new Map(messages.map(({ person }) => [person.phone, { phone: person.phone, name: person.profileName }]))
  return inbound.change({
    number: { phoneNumberId: number.phoneNumberId, waba: number.businessAccountId },
    contacts: [...customers.values()],
    messages: messages.map((message) => inbound.text(customers.get(message.person.phone)!, message.text, { id: message.id })),
  })
}

/** One POST of Meta with these messages, one change for each number; it goes to the address of the first. */
export const webhookOf = (messages: PlannedMessage[]): { url: string; webhook: SignedWebhook } => {
  const byNumber = Map.groupBy(messages, ({ person }) => person.number)
  const first = messages[0]!.person.number
  const changes = [...byNumber].map(([number, part]) => changeFor(number, part))
  return { url: first.webhookUrl, webhook: signWebhook(inbound.webhookBody(changes, first.businessAccountId), first.appSecret) }
}
