import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FlowDefinition } from '@chasqui/contracts'
import { problemsIn } from '@chasqui/flow'
import { wayOfProblem } from './way-of-problem.ts'

const ways = (nodes: object, start = 'a') => {
  const definition = FlowDefinition.parse({ schema: 1, start, nodes })
  return problemsIn(definition).map((problem) => [problem.code, wayOfProblem(definition, problem)])
}
const option = (id: string, next: string | null) => ({ id, label: id, next })

void test('an option, a side of a condition and a start that lead nowhere are ways; a text that is missing is none', () => {
  const menu = { type: 'menu', text: ' ', options: [option('one', 'a'), option('two', null)], timeout: { seconds: 60, next: null } }
  assert.deepEqual(
    ways({ a: menu }).filter(([code]) => code !== 'flow.no_person'),
    [
      ['flow.text_missing', null],
      ['flow.option_leads_nowhere', { from: 'a', output: 'option.two' }],
    ],
  )
  const hours = { type: 'business_hours', open: 'b', closed: null }
  assert.deepEqual(ways({ a: hours, b: { type: 'transfer_to_agent' } }), [['flow.way_leads_nowhere', { from: 'a', output: 'closed' }]])
  assert.deepEqual(ways({ b: { type: 'transfer_to_agent' } })[0], ['flow.start_missing', { from: '#start', output: 'start' }])
})
