import { AsyncLocalStorage } from 'node:async_hooks'
import type { Act, Author, SignedAct, Subject } from './act.ts'
import { withoutSecrets } from './without-secrets.ts'

/** What a call tells of the acts done in it. `recorded` tells its edge that a verb has spoken for itself. */
export type CallOfActs = {
  author: Author
  action: string | null
  subject: Subject | null
  /** Somebody acts as the host: it stands in the host's trail too. */
  byHost: boolean
  recorded: boolean
  /** The job in which it is done, if it is part of one. */
  job?: string
}

const calls = new AsyncLocalStorage<CallOfActs>()

/** Runs `work` as part of this call: acts that are recorded in it are signed by its author. */
export const withActs = <Result>(call: CallOfActs, work: () => Result): Result => calls.run(call, work)

const nobody = { onBehalfOf: null, address: null, country: null, agent: null, requestId: null }
const theProduct = { kind: 'system', id: null, name: null } as const

/** Who acts in this call, for work that goes on by itself after it. */
export const authorNow = (): Author => calls.getStore()?.author ?? { ...nobody, doer: theProduct }

/** Completes an act by the call in which it is done. */
export const sign = (act: Act): SignedAct => {
  const call = calls.getStore()
  const action = act.action ?? call?.action
  if (!action) throw new Error('an act without a name was left for the trail')
  if (call && !act.by) call.recorded = true
  const job = call?.job !== undefined && !act.by ? { job: call.job } : null
  const author = act.by || !call ? { ...nobody, doer: act.by ?? theProduct } : call.author
  return {
    ...author,
    ...(act.as && { doer: act.as }),
    action,
    subject: act.subject ?? (act.by ? null : (call?.subject ?? null)),
    before: act.before ? withoutSecrets(act.before) : null,
    after: act.after || job ? withoutSecrets({ ...act.after, ...job }) : null,
    result: act.result ?? 'done',
    forHost: act.forHost ?? (!act.by && (call?.byHost ?? false)),
  }
}
