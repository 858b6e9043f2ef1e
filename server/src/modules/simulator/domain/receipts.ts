import type { Faults, SimulatorEvent, SimulatorPerson } from '@chasqui/contracts'

type Receipt = Extract<SimulatorEvent, { type: 'status' }>
export type Received = { messageId: string; clientRef: string | null }

/** How long something is held back so that what comes later can overtake it. */
export const overtakingSeconds = 2

const receipt = ({ messageId, clientRef }: Received, status: Receipt['status'], to: SimulatorPerson, at: Date): Receipt => ({
  type: 'status',
  messageId,
  clientRef,
  status,
  at: at.toISOString(),
  to,
})

export type ReceiptPlan = { events: Receipt[]; runAt: Date | null }

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)

/** What the network reports once a message is on its way: that it was sent and, unless the phone is off, that it arrived. */
export const arrivalReceipts = (message: Received, to: SimulatorPerson, faults: Faults, now: Date): ReceiptPlan => {
  const at = after(now, faults.delaySeconds)
  const events = (faults.neverDeliver ? (['sent'] as const) : (['sent', 'delivered'] as const)).map((status) => receipt(message, status, to, at))
  const held = faults.delaySeconds + (faults.reorder ? overtakingSeconds : 0)
  return { events: faults.reorder ? events.toReversed() : events, runAt: held > 0 ? after(now, held) : null }
}

/** What the network reports when the customer looks at messages, oldest first. Nothing when the customer hides that. */
export const lookReceipts = (messages: Received[], to: SimulatorPerson, faults: Faults, now: Date): ReceiptPlan => {
  const at = after(now, faults.delaySeconds)
  const events = faults.neverRead ? [] : messages.map((message) => receipt(message, 'read', to, at))
  return { events: faults.reorder ? events.toReversed() : events, runAt: faults.delaySeconds > 0 ? at : null }
}
