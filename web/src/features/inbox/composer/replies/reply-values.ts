import type { Conversation } from '@chasqui/contracts'
import { firstNameOf, type ReplyValues } from '@chasqui/contracts/reply-variables'
import { useTenant, useUser } from '#lib/session.ts'

/** What the variables of quick replies and templates are in this conversation. */
export const useReplyValues = ({ contact, channel, queue }: Conversation): ReplyValues => {
  const [user, tenant] = [useUser(), useTenant()]
  // A number in place of a name is nobody's name.
  const name = /\p{L}/u.test(contact.name) ? contact.name : ''
  return {
    'contact.name': name,
    'contact.first_name': firstNameOf(name),
    'contact.phone': contact.phone ?? '',
    'agent.name': user.name,
    'agent.first_name': firstNameOf(user.name),
    'business.name': tenant.name,
    'channel.name': channel.name,
    'queue.name': queue?.name ?? '',
  }
}
