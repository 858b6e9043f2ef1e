import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CampaignSettings } from '@chasqui/contracts'
import { trailFacts } from './trail-facts.ts'

const before = CampaignSettings.parse({ name: 'Ventas' })
const changedTo = (after: CampaignSettings) => {
  const was = trailFacts(before)
  return Object.fromEntries(Object.entries(trailFacts(after)).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key])))
}

test('the trail shows of a change what became different, in words that can be read', () => {
  const after = CampaignSettings.parse({
    ...before,
    hours: { weekly: { 1: [{ from: '09:00', to: '13:00' }] }, special: [{ date: '2026-12-25', name: 'Guardia', open: [] }] },
    closed: { do: 'tell', text: 'Cerrado' },
  })
  assert.deepEqual(changedTo(after), {
    alwaysOpen: false,
    hours: ['1 09:00-13:00', '2 -', '3 -', '4 -', '5 -', '6 -', '7 -'],
    specialDays: ['2026-12-25 -'],
    closed: 'tell',
    closedText: 'Cerrado',
  })
})

test('nothing that can be set is missing', () => {
  const other = CampaignSettings.parse({
    ...before,
    serviceLevel: { firstResponse: 60, nextResponse: null, resolution: null, warnAt: 70, byPriority: { urgent: { firstResponse: 30 } } },
    routing: [{ strategy: 'manual', weight: 100 }],
  })
  assert.deepEqual(changedTo(other), {
    routing: ['manual (100)'],
    serviceLevel: ['normal 60 / - / -', 'urgent 30 / - / -'],
    warnAt: 70,
  })
})
