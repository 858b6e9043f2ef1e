import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyFlows, errorsIn, soundFlows, words } from './flows.ts'
import { begin, checkWaysOn, play } from './play.ts'
import { channels, nexts, worldsOf } from './worlds.ts'
import type { FlowNodeType } from '../../src/definition.ts'
import { FlowDefinition } from '../../src/definition.ts'
import { problemsIn } from '../../src/index.ts'
import { stepForms } from '../../src/steps/forms.ts'

/** Random flows of all step types and random customers. A whole run of the tests plays sixty thousand turns instead of a few thousand, `FLOW_STEPS=1000000` a million. */
const turns = Number(process.env['FLOW_STEPS'] ?? (process.env['TESTS'] === 'whole' ? 60_000 : 3000))
/** Turns of one run; longer ones where there is time for them. */
const perRun = turns > 20_000 ? 40 : 14

const worlds = worldsOf(words, anyFlows)
const customers = fc.array(nexts, { minLength: perRun - 8, maxLength: perRun + 8 })

test('flows that can be published and customers who do anything: nothing breaks, nobody is stuck', () => {
  fc.assert(
    fc.property(soundFlows, worlds, customers, (definition, world, customer) => {
      // What other flows do, or whether they are there, is not this one's fault.
      const goesElsewhere = Object.values(definition.nodes).some(({ type }) => type === 'subflow')
      let played = begin(definition, world)
      for (const next of customer) {
        played = play(definition, world, played, next)
        assert.ok(goesElsewhere || played.effects.every((effect) => effect.type !== 'fault'), 'a flow without errors runs into no fault')
      }
      checkWaysOn(definition, world, played)
    }),
    { numRuns: Math.ceil(turns / perRun / 2) },
  )
})

test('every step type takes part in flows that can be published', () => {
  const seen = new Set<FlowNodeType>(fc.sample(soundFlows, { numRuns: 300, seed: 5 }).flatMap(({ nodes }) => Object.values(nodes).map(({ type }) => type)))
  assert.deepEqual([...seen].toSorted(), Object.keys(stepForms).toSorted())
})

test('flows with whatever passes the schema: nothing throws, oversteps a channel, hangs or forgets', () => {
  fc.assert(
    fc.property(anyFlows, worlds, customers, (definition, world, customer) => {
      let played = begin(definition, world)
      for (const next of customer) played = play(definition, world, played, next)
      checkWaysOn(definition, world, played)
    }),
    { numRuns: Math.ceil(turns / perRun / 2) },
  )
})

test('the checks look at any definition without throwing, and what they let through is a definition still', () => {
  fc.assert(
    fc.property(anyFlows, fc.option(channels, { nil: undefined }), (definition, abilities) => {
      assert.ok(Array.isArray(problemsIn(definition, abilities)))
      assert.deepEqual(errorsIn(FlowDefinition.parse(JSON.parse(JSON.stringify(definition)))), errorsIn(definition))
    }),
    { numRuns: 200 },
  )
})
