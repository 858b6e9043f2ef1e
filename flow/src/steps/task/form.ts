import { taskPriorities } from '@chasqui/contracts/task-words'
import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const taskForm: StepForm<NodeOf<'task'>> = {
  group: 'act',
  icon: 'list-todo',
  fresh: () => ({ type: 'task', title: '…', to: 'nobody', people: [], unit: 'hours', priority: 'medium', next: null }),
  fields: [
    { key: 'title', kind: 'line', limit: 200, variables: true },
    { key: 'details', kind: 'words', limit: 2000, optional: true },
    { key: 'to', kind: 'choice', of: ['nobody', 'agent', 'person'] },
    { key: 'people', kind: 'people', most: 1, when: { key: 'to', is: ['person'] } },
    { key: 'due', kind: 'number', min: 1, max: 366, optional: true },
    { key: 'unit', kind: 'choice', of: ['hours', 'days'] },
    { key: 'priority', kind: 'choice', of: taskPriorities },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
