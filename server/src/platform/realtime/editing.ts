import type { ClientToServer, FlowEditor, ServerToClient } from '@chasqui/contracts'
import type { Socket } from 'socket.io'
import { isId } from '../ids.ts'
import type { Viewer } from './viewer.ts'

export type EditingPorts = {
  /** The number of the last event told to browsers of the tenant. */
  seqOf(tenantId: string): number
}

type Browser = Pick<Socket<ClientToServer, ServerToClient>, 'id' | 'on' | 'emit'>
type Seat = { socket: Browser; current(): Viewer; step: string | null; lapse: NodeJS.Timeout | null }

/** How long a step is somebody's without a word from them: a page that is left open keeps nobody out. */
const lapsesAfter = 60_000
/** Flows that one browser may have open. */
const mostOpen = 10
const stepId = /^[A-Za-z0-9_-]{1,60}$/

/**
 * Who has which flow open, and who edits which step of it. A step is held by one person at a time, and by nobody after a minute without a word. It is a
 * courtesy between colleagues, known to this node only and never stored: saving asks nobody, it puts together what two people did.
 */
export const createEditing = ({ seqOf }: EditingPorts) => {
  const flows = new Map<string, Map<string, Seat>>()

  const announce = (key: string, tenantId: string, flowId: string): void => {
    const seats = [...(flows.get(key)?.values() ?? [])].filter(({ current }) => current().mayReadFlows)
    const editors = onePerPerson(seats)
    for (const { socket } of seats) socket.emit('flow.editors', { seq: seqOf(tenantId), flowId, editors })
  }
  const letGo = (seat: Seat): void => {
    if (seat.lapse) clearTimeout(seat.lapse)
    seat.step = null
    seat.lapse = null
  }

  return {
    /** `current` is asked each time: a role may change while the connection stands. */
    attach: (socket: Browser, current: () => Viewer): void => {
      const { tenantId } = current()
      const open = new Set<string>()
      const keyOf = (flowId: string) => `${tenantId} ${flowId}`
      const seatAt = (flowId: string) => flows.get(keyOf(flowId))?.get(socket.id)
      const leave = (flowId: string): void => {
        const seat = seatAt(flowId)
        open.delete(flowId)
        if (!seat) return
        letGo(seat)
        flows.get(keyOf(flowId))!.delete(socket.id)
        if (flows.get(keyOf(flowId))!.size === 0) flows.delete(keyOf(flowId))
        announce(keyOf(flowId), tenantId, flowId)
      }
      const join = (flowId: string): void => {
        // Whoever of the host only looks does so unseen: colleagues would be told of the member they look as, who is not here.
        if (!current().mayReadFlows || current().onlyLooks || open.size >= mostOpen) return
        open.add(flowId)
        const key = keyOf(flowId)
        if (!seatAt(flowId)) flows.set(key, (flows.get(key) ?? new Map<string, Seat>()).set(socket.id, { socket, current, step: null, lapse: null }))
        announce(key, tenantId, flowId)
      }
      const hold = (flowId: string, step: string | null): void => {
        const seat = seatAt(flowId)
        if (!seat || !current().mayManageFlows) return
        const others = [...flows.get(keyOf(flowId))!.values()].filter((other) => other.current().userId !== current().userId)
        const before = seat.step
        letGo(seat)
        if (step !== null && !others.some((other) => other.step === step)) {
          seat.step = step
          seat.lapse = setTimeout(() => {
            letGo(seat)
            announce(keyOf(flowId), tenantId, flowId)
          }, lapsesAfter)
          seat.lapse.unref()
        }
        // Whoever asked in vain is told who has it.
        if (seat.step !== before || seat.step !== step) announce(keyOf(flowId), tenantId, flowId)
      }

      socket.on('flow.join', (message) => {
        const id = flowIdOf(message)
        if (id) join(id)
      })
      socket.on('flow.leave', (message) => {
        const id = flowIdOf(message)
        if (id) leave(id)
      })
      socket.on('flow.hold', (message) => {
        const [id, step] = [flowIdOf(message), (message as { stepId?: unknown } | null)?.stepId ?? null]
        if (id && (step === null || (typeof step === 'string' && stepId.test(step)))) hold(id, step)
      })
      socket.on('disconnect', () => {
        for (const flowId of open) leave(flowId)
      })
    },
    close: (): void => {
      for (const seat of [...flows.values()].flatMap((seats) => [...seats.values()])) letGo(seat)
      flows.clear()
    },
  }
}

const flowIdOf = (message: unknown): string | null => {
  const id = (message as { flowId?: unknown } | null)?.flowId
  return isId(id) ? id : null
}

/** Somebody with several pages is one editor, at the step that any of them holds. */
const onePerPerson = (seats: readonly Seat[]): FlowEditor[] => {
  const editors = new Map<string, FlowEditor>()
  for (const { current, step } of seats) {
    const { userId, name } = current()
    editors.set(userId, { userId, name, stepId: editors.get(userId)?.stepId ?? step })
  }
  return [...editors.values()]
}
