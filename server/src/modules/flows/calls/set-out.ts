import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'
import type { Gate } from './gate.ts'
import { beginTry } from './store.ts'

/** Milliseconds after which a place is looked for again. */
const untilPlace = 500

type Trying = { callId: string; host: string; tries: number; isOut: boolean }
type Out = { tries: number } | 'paused' | { result: 'later'; milliseconds: number }

/** Writes down that a try leaves, where its server may be asked now; one that was out when its process died is the same try. After `tries`, the gate has to be left. */
export const setOut = async (tx: Tx, { gate, now }: FlowsPorts & { gate: Gate }, { callId, host, tries, isOut }: Trying): Promise<Out> => {
  const entrance = gate.enter(tx.tenantId, host)
  if (entrance === 'paused') return 'paused'
  if (entrance === 'full') return { result: 'later', milliseconds: untilPlace }
  const current = isOut ? tries : tries + 1
  try {
    await beginTry(tx, callId, current, now())
  } catch (error) {
    gate.leave(tx.tenantId, host, true)
    throw error
  }
  return { tries: current }
}
