import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { context, flow, talk } from '../../../test/world.ts'

const say = (text: string) => ({ type: 'message' as const, text, next: null })
const split = (shares: [number, number], sticky: 'contact' | 'run' = 'contact') =>
  flow({
    split: {
      type: 'ab_split',
      sticky,
      saveAs: 'arm',
      arms: [
        { id: 'a', label: 'Corto', share: shares[0], next: 'a' },
        { id: 'b', label: 'Largo', share: shares[1], next: 'b' },
      ],
    },
    a: say('A {{arm}}'),
    b: say('B {{arm}}'),
  })
const saidTo = (contact: string, run: string, definition = split([80, 20])) => talk(definition, [], context({ seeds: { contact, run } })).said[0]

test('people are shared out as the shares say', () => {
  const people = Array.from({ length: 5000 }, (_, number) => saidTo(`person-${number}`, 'x'))
  const share = people.filter((said) => said === 'A a').length / people.length
  assert.ok(Math.abs(share - 0.8) < 0.03, String(share))
  assert.ok(people.includes('B b'))
})

test('a person stays on their side; drawn for the run, they do not', () => {
  const runs = Array.from({ length: 50 }, (_, number) => `run-${number}`)
  assert.equal(new Set(runs.map((run) => saidTo('ana', run))).size, 1)
  assert.equal(new Set(runs.map((run) => saidTo('ana', run, split([50, 50], 'run')))).size, 2)
})

test('shares that are not a whole and a goal that is not there are told', () => {
  assert.ok(problemsIn(split([50, 40])).some(({ code, nodeId }) => code === 'flow.shares_not_whole' && nodeId === 'split'))
  const lost = split([50, 50])
  const { split: node } = lost.nodes
  assert.ok(node?.type === 'ab_split')
  node.goal = 'nowhere'
  assert.ok(problemsIn(lost).some(({ code, field }) => code === 'flow.next_missing' && field === 'goal'))
})
