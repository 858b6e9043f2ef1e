import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NodeOf } from '../../engine/nodes.ts'
import { problemsIn } from '../../index.ts'
import { flow, talk } from '../../../test/world.ts'

const ana = '019a0000-0000-7000-8000-000000000001'
const step = (more: Partial<NodeOf<'task'>> = {}) =>
  flow({ leave: { type: 'task', title: 'Llamar: {{message.text}}', to: 'nobody', people: [], priority: 'medium', next: null, ...more } })
const left = (more: Partial<NodeOf<'task'>> = {}) => talk(step(more), []).effects[0]

test('a task is left with its variables filled in, and the customer hears nothing', () => {
  const { effects, said } = talk(step({ details: 'Escribió «{{message.text}}»', priority: 'high' }), [])
  assert.deepEqual(effects[0], {
    type: 'task',
    title: 'Llamar: hola',
    details: 'Escribió «hola»',
    assignee: { kind: 'nobody' },
    dueAt: null,
    priority: 'high',
  })
  assert.deepEqual(said, [])
})

test('it is due so long after the step, and for whom its author says', () => {
  const hours = left({ to: 'agent', due: 2 })
  assert.deepEqual(hours?.type === 'task' && [hours.assignee, hours.dueAt], [{ kind: 'agent' }, '2026-03-02T14:00:00.000Z'])
  const days = left({ to: 'person', people: [ana], due: 3, unit: 'days' })
  assert.deepEqual(days?.type === 'task' && [days.assignee, days.dueAt], [{ kind: 'person', id: ana }, '2026-03-05T12:00:00.000Z'])
})

test('a title stands on one line, and one that its variables leave empty is no task', () => {
  const told = left({ title: ' Llamar\na  {{message.text}} ' })
  assert.equal(told?.type === 'task' && told.title, 'Llamar a hola')
  assert.deepEqual(talk(step({ title: '{{contact.company}}' }), []).effects, [{ type: 'ended', outcome: 'finished' }])
})

test('without a title, or for a member who is not chosen, it is not published', () => {
  const told = (more: Partial<NodeOf<'task'>>) =>
    problemsIn(step(more)).flatMap(({ severity, code, field }) => (severity === 'error' ? [`${code} ${field}`] : []))
  assert.deepEqual(told({ title: ' ' }), ['flow.task_title_missing title'])
  assert.deepEqual(told({ to: 'person' }), ['flow.task_person_missing people'])
  assert.deepEqual(told({ to: 'person', people: [ana] }), [])
  assert.deepEqual(told({ to: 'agent' }), [])
})
