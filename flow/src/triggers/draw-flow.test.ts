import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../index.ts'
import { flow } from '../../test/world.ts'
import { drawFlow } from './draw-flow.ts'

const [own, other, third] = ['019a0000-0000-7000-8000-00000000000a', '019a0000-0000-7000-8000-00000000000b', '019a0000-0000-7000-8000-00000000000c']
const against = (...shares: number[]) => ({ goal: 'finished' as const, against: shares.map((share, at) => ({ flow: [other, third][at] ?? other, share })) })
const people = Array.from({ length: 6000 }, (_, number) => `person-${number}`)

test('people are shared out between flows as the shares say, and each meets the same flow every time', () => {
  const drawn = people.map((person) => drawFlow(against(30, 20), own, person))
  for (const [flowId, share] of [
    [own, 0.5],
    [other, 0.3],
    [third, 0.2],
  ] as const)
    assert.ok(Math.abs(drawn.filter((one) => one === flowId).length / people.length - share) < 0.03, flowId)
  assert.deepEqual(
    people.map((person) => drawFlow(against(30, 20), own, person)),
    drawn,
  )
})

test('shares that leave the flow itself nothing, and a flow that stands there twice, are told', () => {
  const codes = (abTest: ReturnType<typeof against>) => problemsIn(flow({ a: { type: 'message', text: 'A', next: null } }, { abTest })).map(({ code }) => code)
  assert.ok(!codes(against(50)).some((code) => code.startsWith('flow.ab_test')))
  assert.ok(codes(against(60, 40)).includes('flow.ab_test_shares'))
  assert.ok(codes(against(10, 10, 10)).includes('flow.ab_test_flow_twice'))
})
