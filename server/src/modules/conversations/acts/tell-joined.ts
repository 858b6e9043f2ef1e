import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import { addSystemLine, saveThread, takeThread } from '../thread.ts'

type By = 'network' | 'code'
type Language = 'es' | 'pt' | 'en'

/** The line in the thread, in the language of the business. */
const words: Record<By, Record<Language, string>> = {
  network: {
    es: 'WhatsApp avisó que dos contactos son la misma persona: ahora son uno, con todo lo que se habló',
    pt: 'O WhatsApp avisou que dois contatos são a mesma pessoa: agora são um só, com tudo o que se falou',
    en: 'WhatsApp told that two contacts are the same person: they are one now, with all that was said',
  },
  code: {
    es: 'La persona siguió desde el chat web con su código: sus dos contactos ahora son uno, con todo lo que se habló',
    pt: 'A pessoa continuou a partir do chat do site com seu código: seus dois contatos agora são um só, com tudo o que se falou',
    en: 'The person went on from the web chat with their code: their two contacts are one now, with all that was said',
  },
}
const languageOf = (locale: string): Language => (locale.startsWith('pt') ? 'pt' : locale.startsWith('en') ? 'en' : 'es')

/** Says in the thread that another contact became this one, and by what: wherever one talks with them now, or where one did last. */
export const tellJoined = async (tx: Tx, ports: ConversationsPorts, contactId: string, by: By): Promise<void> => {
  const { rows } = await tx.query<{ id: string }>(
    `with last as (select id from conversations.conversation where tenant_id = $1 and contact_id = $2 order by state = 'closed', last_activity_at desc, id desc limit 1)
     select c.id from conversations.conversation c where c.tenant_id = $1 and c.contact_id = $2 and (c.state <> 'closed' or c.id in (select id from last)) order by c.id`,
    [tx.tenantId, contactId],
  )
  if (rows.length === 0) return
  const text = words[by][languageOf((await ports.business(tx.tenantId)).locale)]
  for (const { id } of rows) {
    const thread = await takeThread(tx, ports, id)
    addSystemLine(thread, ports, 'contacts_joined', { by }, text)
    await saveThread(tx, ports, thread)
    tx.publish({ type: 'conversation.changed', payload: { conversationId: id, what: 'state' } })
  }
}
