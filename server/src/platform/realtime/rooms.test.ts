import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Audience, hears, roomsFor, roomsForAll, roomsOf, variantOf } from './rooms.ts'

type Viewer = Parameters<typeof roomsOf>[0]
const viewer = (more: Partial<Viewer>): Viewer => ({
  userId: 'lucia',
  reach: 'all',
  hides: [],
  teammates: [],
  mayReadConversations: true,
  mayUseSimulator: false,
  seesAllJobs: false,
  ...more,
})
const tells = (audience: Audience, who: Viewer) => hears(roomsOf(who), roomsFor(audience, variantOf(who.hides)))

const own = viewer({ reach: 'own' })
const queue = viewer({ reach: 'queue' })
const team = viewer({ reach: 'team', teammates: ['beto'] })
const cases: [what: string, audience: Audience, who: Viewer, hears: boolean][] = [
  ['one’s own conversation, by who reaches own', { of: ['lucia'] }, own, true],
  ['what nobody has, by who reaches own', { of: [null] }, own, false],
  ['what nobody has, by who reaches queue', { of: [null] }, queue, true],
  ['a teammate’s, by who reaches queue', { of: ['beto'] }, queue, false],
  ['a teammate’s, by who reaches team', { of: ['beto'] }, team, true],
  ['anybody’s, by who reaches all', { of: ['carla'] }, viewer({}), true],
  ['a contact whom one added, by who reaches own', { of: ['carla'], people: ['lucia'] }, own, true],
  ['a contact whom a teammate added, by who reaches team', { of: ['carla'], people: ['beto'] }, team, false],
  ['a leaving one, by who had it', { leaves: 'lucia', to: 'beto' }, own, true],
  ['a leaving one, by who still sees it', { leaves: 'lucia', to: 'beto' }, team, false],
  ['a leaving one, by who sees all', { leaves: 'lucia', to: 'beto' }, viewer({}), false],
  ['one that leaves the queue, by whoever got it', { leaves: null, to: 'lucia' }, queue, false],
  ['one that leaves the queue, by the others', { leaves: null, to: 'beto' }, queue, true],
  ['a conversation, by who may read none', { of: ['lucia'] }, viewer({ mayReadConversations: false }), false],
  ['the simulator, by who does not use it', 'simulator', viewer({}), false],
  ['the simulator, by who does', 'simulator', viewer({ mayUseSimulator: true }), true],
  ['a job, by who made it', { maker: 'lucia' }, own, true],
  ['a job, by a colleague', { maker: 'beto' }, own, false],
  ['a job, by who sees all of them', { maker: 'beto' }, viewer({ seesAllJobs: true }), true],
  ['what is for everyone', 'everyone', own, true],
]
for (const [what, audience, who, heard] of cases) test(`${what}: ${heard ? 'heard' : 'not heard'}`, () => assert.equal(tells(audience, who), heard))

test('what is told to one variant is heard by no other; what holds nothing to mask, by all of them', () => {
  const hidden = viewer({ hides: ['phone'] })
  assert.ok(!hears(roomsOf(hidden), roomsFor({ of: ['beto'] }, '')))
  for (const hides of [[], ['phone'], ['email'], ['email', 'phone'], ['phone', 'email']] as Viewer['hides'][])
    for (const audience of [{ of: ['beto'] }, 'everyone'] as Audience[]) assert.ok(hears(roomsOf(viewer({ hides })), roomsForAll(audience)), hides.join())
})
