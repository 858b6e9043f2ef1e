import type { StepBehaviour } from '../../engine/behaviour.ts'
import { cut } from '../../engine/cut.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import type { TaskAssignee } from '../../engine/run-state.ts'
import { fillForTeam } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { error } from '../../problems/found.ts'

/** Code points of a title and of details, once their variables are filled in. */
const longest = { title: 200, details: 5000 }

const assigneeOf = ({ to, people: [id] }: NodeOf<'task'>): TaskAssignee => {
  if (to === 'person') return id === undefined ? { kind: 'nobody' } : { kind: 'person', id }
  return { kind: to }
}

const hour = 60 * 60 * 1000

const dueAfter = (now: Date, { due, unit = 'hours' }: NodeOf<'task'>): string | null =>
  due === undefined ? null : new Date(now.getTime() + due * (unit === 'days' ? 24 * hour : hour)).toISOString()

export const task: StepBehaviour<NodeOf<'task'>> = {
  enter: (turn, node) => {
    const title = cut(fillForTeam(turn, node.title).replaceAll(/\s+/g, ' ').trim(), longest.title)
    // What its variables leave without a title says nobody what to do.
    if (title !== '')
      turn.effects.push({
        type: 'task',
        title,
        details: cut(fillForTeam(turn, node.details ?? '').trim(), longest.details),
        assignee: assigneeOf(node),
        dueAt: dueAfter(turn.context.now, node),
        priority: node.priority,
      })
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  notes: ({ title, details }) => [title, details ?? ''],
  problems: ({ title, to, people }) => [
    ...(title.trim() === '' ? [error('task_title_missing', 'The task has no title.', { field: 'title' })] : []),
    ...(to === 'person' && people.length === 0 ? [error('task_person_missing', 'Nobody is chosen for the task.', { field: 'people' })] : []),
  ],
}
