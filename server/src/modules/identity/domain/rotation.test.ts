import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideRotation, type FamilyState, raceGrace } from './rotation.ts'

const now = new Date('2026-03-01T12:00:00Z')
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const later = new Date('2026-03-20T00:00:00Z')
const fresh = { expiresAt: later, usedAt: null, successorUsed: false }

const cases: [when: string, state: FamilyState, decision: string][] = [
  ['unused', { token: fresh, sessionEnded: false }, 'rotate'],
  ['expired', { token: { ...fresh, expiresAt: now }, sessionEnded: false }, 'ended'],
  ['of an ended session', { token: fresh, sessionEnded: true }, 'ended'],
  ['used a moment ago', { token: { ...fresh, usedAt: ago(raceGrace) }, sessionEnded: false }, 'repeat'],
  ['used too long ago', { token: { ...fresh, usedAt: ago(raceGrace + 1) }, sessionEnded: false }, 'reused'],
  ['used a moment ago, its successor used too', { token: { ...fresh, usedAt: ago(1), successorUsed: true }, sessionEnded: false }, 'reused'],
  ['used, of an ended session', { token: { ...fresh, usedAt: ago(60_000) }, sessionEnded: true }, 'ended'],
]

for (const [when, state, decision] of cases) test(`a token that is ${when}: ${decision}`, () => assert.equal(decideRotation(state, now), decision))
