import type { StepBehaviour } from '../../engine/behaviour.ts'
import { cut } from '../../engine/cut.ts'
import { transfer } from '../../engine/endings.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import type { Context } from '../../engine/run-state.ts'
import { fillForTeam, say } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'

type Transfer = NodeOf<'transfer_to_agent'>

/** Code points of a note, once its variables are filled in. */
const longestNote = 2000

export const transferToAgent: StepBehaviour<Transfer> = {
  enter: (turn, node) => {
    if (node.byHours && node.closed && !isServed(turn.context, node)) return go(node.closed, 'closed')
    say(turn, node.text ?? '')
    return transfer(turn, cut(fillForTeam(turn, node.note ?? ''), longestNote), node.queue)
  },
  outputs: (node) => (node.byHours ? [{ id: 'closed', next: node.closed ?? null, path: ['closed'], after: 'nothing' }] : []),
  texts: (node) => [node.text ?? ''],
  notes: (node) => [node.note ?? ''],
}

/** Whether somebody is there at this hour: in the queue that it names, else where the conversation is. */
const isServed = ({ isOpen, openQueues }: Context, { queue }: Transfer): boolean => (queue === undefined ? undefined : openQueues?.get(queue)) ?? isOpen ?? true
