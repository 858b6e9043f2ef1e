import { randomBytes, randomInt } from 'node:crypto'
import type { proto } from 'baileys'
import type { Messages, SayOptions } from './messages.ts'
import { node, SERVER, seconds, type Node } from './node.ts'
import type { Person } from './people.ts'

/** Under this name the network carries what people show of their day to whoever may see it. */
export const STATUS = 'status@broadcast'

type Group = { id: string; subject: string; members: Person[]; announcement: boolean; madeAt: string }

/** Groups of people: who is in them, how they are described, and what is said there. */
export const createGroups = (messages: Messages) => {
  const groups = new Map<string, Group>()
  const group = (id: string): Group => {
    const found = groups.get(id)
    if (!found) throw new Error(`No group ${id}`)
    return found
  }

  const described = ({ id, subject, members, announcement, madeAt }: Group): Node => {
    const [creator] = members
    const attrs = { id: id.split('@')[0], subject, s_t: madeAt, s_o: creator!.jid, creation: madeAt, creator: creator!.jid, addressing_mode: 'pn' }
    return node('group', { ...attrs, size: String(members.length) }, [
      ...(announcement ? [node('announcement')] : []),
      ...members.map((member) => node('participant', { jid: member.jid, lid: member.lid, ...(member === creator && { type: 'superadmin' }) })),
    ])
  }

  return {
    make: (members: Person[], subject: string, announcement: boolean): string => {
      const id = `120363${String(randomInt(1e12)).padStart(12, '0')}@g.us`
      groups.set(id, { id, subject, members, announcement, madeAt: seconds() })
      return id
    },
    say: (from: Person, id: string, message: proto.IMessage, options?: SayOptions): Promise<string> =>
      messages.sayToMany(from, id, group(id).members, message, options),
    rename: (by: Person, id: string, subject: string): void => {
      const changed = group(id)
      changed.subject = subject
      const attrs = { id: randomBytes(6).toString('hex'), from: id, type: 'w:gp2', participant: by.jid, t: seconds() }
      const news = node('notification', attrs, [node('subject', { subject, s_t: seconds(), s_o: by.jid })])
      for (const member of changed.members) messages.bring(news, member)
    },
    tellRead: (by: Person, id: string, message: string): void => {
      const receipt = node('receipt', { id: message, from: id, participant: by.jid, type: 'read', t: seconds() })
      for (const member of group(id).members) messages.bring(receipt, member)
    },
    stale: (business: Person): void => {
      const dirty = node('ib', { from: SERVER }, [node('dirty', { type: 'groups', timestamp: seconds() })])
      for (const { connection } of business.companions.values()) connection?.send(dirty)
    },
    /** As the network answers a member who asks; others are told nothing. */
    describe: (id: string, asking: Person): Node[] => {
      const found = groups.get(id)
      return found?.members.includes(asking) ? [described(found)] : [node('error', { code: '403', text: 'forbidden' })]
    },
    /** All groups of somebody. */
    of: (person: Person): Node[] => [node('groups', {}, [...groups.values()].filter(({ members }) => members.includes(person)).map(described))],
  }
}
export type Groups = ReturnType<typeof createGroups>
