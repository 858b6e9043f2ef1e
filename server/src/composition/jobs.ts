import type { Conversations } from '#conversations'
import type { Identity } from '#identity'
import { createJobs, type Jobs, type JobsPorts, type Maker } from '#jobs'

type Ports = Pick<JobsPorts, 'now' | 'newId' | 'log' | 'database' | 'isSuspended'> & {
  identity: Pick<Identity, 'grantNow' | 'isActiveMember' | 'memberNames'>
  conversations: Pick<Conversations, 'bulk'>
}

const byOf = ({ userId, keyId }: Maker) => ({ userId, keyId })

/** Jobs with conversations, done and taken back by the acts of people. */
export const jobsWithConversations = ({ identity, conversations: { bulk }, ...ports }: Ports): Jobs =>
  createJobs({
    ...ports,
    grantNow: identity.grantNow,
    nameOfMember: async (tx, userId) => ((await identity.isActiveMember(tx, userId)) ? ((await identity.memberNames(tx, [userId])).get(userId) ?? '') : null),
    nameOfReason: bulk.nameOfReason,
    select: bulk.select,
    perform: (tx, id, maker, order) => bulk.perform(tx, id, byOf(maker), order),
    undo: (tx, id, maker, act, trace) => bulk.undo(tx, id, byOf(maker), act, trace),
  })
