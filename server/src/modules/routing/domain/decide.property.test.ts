import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RoutingRules } from '@chasqui/contracts'
import { decide, givenOne, type Asked, type Candidate, type Rules } from './decide.ts'
import { byTurn, priorityOfWait, type Turn } from './turn.ts'

const skill = fc.record({ name: fc.constantFrom('inglés', 'Ventas', 'portugués'), level: fc.integer({ min: 1, max: 5 }) })
const skills = fc.uniqueArray(skill, { selector: ({ name }) => name, maxLength: 3 })
const candidate = fc.record({
  userId: fc.uuid(),
  state: fc.constantFrom('available', 'available', 'available', 'paused', 'busy', 'offline'),
  load: fc.integer({ min: 0, max: 6 }),
  capacity: fc.integer({ min: 0, max: 6 }),
  rank: fc.integer({ min: 1, max: 9 }),
  skills,
  turn: fc.option(fc.integer({ min: 1, max: 1000 })),
  lastAssignedAt: fc.constant(null),
  mayReply: fc.constantFrom(true, true, true, false),
}) as fc.Arbitrary<Candidate>
const candidates = fc.uniqueArray(candidate, { selector: ({ userId }) => userId, maxLength: 12 })
const weighted = fc
  .uniqueArray(
    fc.record({
      strategy: fc.constantFrom('round_robin', 'least_busy', 'skills', 'agent_priority', 'last_agent'),
      weight: fc.integer({ min: 1, max: 100 }),
    }),
    { selector: ({ strategy }) => strategy, minLength: 1, maxLength: 5 },
  )
  .map((rules) => rules as RoutingRules)
const rules = fc.record({ queueId: fc.constant('q'), rules: weighted, requiredSkills: skills, preferredSkills: skills }) as fc.Arbitrary<Rules>
const nobodyPassed: Asked = { passedOver: [], lastAgentId: null }
const chosen = (people: readonly Candidate[], id: string | null) => people.find(({ userId }) => userId === id)
const level = (one: Candidate, name: string) => one.skills.find((other) => other.name.toLowerCase() === name.toLowerCase())?.level ?? 0

test('never somebody who is full, away, paused, busy, without a required skill, or who does not answer conversations', () =>
  fc.assert(
    fc.property(rules, candidates, (how, people) => {
      const one = chosen(people, decide(how, nobodyPassed, people).userId)
      if (!one) return
      assert.equal(one.state, 'available')
      assert.ok(one.load < one.capacity)
      assert.ok(one.mayReply)
      for (const need of how.requiredSkills) assert.ok(level(one, need.name) >= need.level)
    }),
  ))

test('somebody, whenever somebody can', () =>
  fc.assert(
    fc.property(rules, candidates, (how, people) => {
      const able = people.filter(
        (one) =>
          one.state === 'available' && one.mayReply && one.load < one.capacity && how.requiredSkills.every((need) => level(one, need.name) >= need.level),
      )
      assert.equal(decide(how, nobodyPassed, people).userId !== null, able.length > 0)
    }),
  ))

test('the same facts, in whatever order, give the same answer; and so does every weight multiplied by the same number', () =>
  fc.assert(
    fc.property(rules, candidates, fc.integer({ min: 2, max: 9 }), (how, people, times) => {
      const { userId } = decide(how, nobodyPassed, people)
      assert.equal(decide(how, nobodyPassed, people.toReversed()).userId, userId)
      const heavier = how.rules.map((rule) => ({ ...rule, weight: rule.weight * times }))
      assert.equal(decide({ ...how, rules: heavier }, nobodyPassed, people).userId, userId)
    }),
  ))

test('more work never makes anybody get more: who was chosen stays so when another has more, and who was not never is by having more', () =>
  fc.assert(
    fc.property(rules, candidates, fc.nat(), fc.integer({ min: 1, max: 5 }), (how, people, which, more) => {
      if (people.length === 0) return
      const before = decide(how, nobodyPassed, people).userId
      const loaded = people[which % people.length]!
      const after = decide(
        how,
        nobodyPassed,
        people.map((one) => (one === loaded ? { ...one, load: one.load + more } : one)),
      ).userId
      if (loaded.userId === before) return
      assert.equal(after, before)
    }),
  ))

test('equal agents are served in turn: after any number of turns nobody had more than one more than another', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 60 }), (count, turns) => {
      let people = Array.from({ length: count }, (_, index): Candidate => ({
        userId: `agent ${index}`,
        state: 'available',
        load: 0,
        capacity: 1000,
        rank: 5,
        skills: [],
        turn: null,
        lastAssignedAt: null,
        mayReply: true,
      }))
      const had = new Map<string, number>()
      for (let turn = 1; turn <= turns; turn++) {
        const { userId } = decide(
          { queueId: 'q', rules: [{ strategy: 'round_robin', weight: 1 }], requiredSkills: [], preferredSkills: [] },
          nobodyPassed,
          people,
        )
        had.set(userId!, (had.get(userId!) ?? 0) + 1)
        // The work ends at once: only the turns count.
        people = people.map((one) => (one.userId === userId ? { ...givenOne(one, turn, new Date(0)), load: 0 } : one))
      }
      const counts = people.map(({ userId }) => had.get(userId) ?? 0)
      assert.ok(Math.max(...counts) - Math.min(...counts) <= 1)
    }),
  ))

test('the reason shows every candidate once, the chosen one first, and sums up to its scores', () =>
  fc.assert(
    fc.property(rules, candidates, (how, people) => {
      const { userId, why } = decide(how, nobodyPassed, people)
      assert.deepEqual(why.candidates.map((one) => one.userId).toSorted(), people.map((one) => one.userId).toSorted())
      if (userId !== null) assert.equal(why.candidates[0]!.userId, userId)
      const sum = how.rules.reduce((total, { weight }) => total + weight, 0)
      for (const { refused, score, parts } of why.candidates) {
        assert.equal(refused === null, score !== null)
        if (score === null) continue
        assert.ok(score >= -1e-9 && score <= 1 + 1e-9)
        const added = how.rules.reduce((total, { strategy, weight }) => total + ((parts[strategy] ?? 0) * weight) / sum, 0)
        assert.ok(Math.abs(added - score) < 1e-9)
      }
    }),
  ))

test('who let it pass is not asked again before everybody else had the chance', () =>
  fc.assert(
    fc.property(rules, candidates, (how, people) => {
      const asked: string[] = []
      for (let round = 0; round < people.length; round++) {
        const { userId } = decide(how, { passedOver: asked, lastAgentId: null }, people)
        if (userId === null || asked.includes(userId)) break
        asked.push(userId)
      }
      const able = people.filter((one) => decide(how, nobodyPassed, [one]).userId !== null)
      const full = people.some((one) => decide(how, nobodyPassed, [{ ...one, load: 0, capacity: 1 }]).userId !== null && one.load >= one.capacity)
      assert.equal(new Set(asked).size, able.length)
      const again = decide(how, { passedOver: asked, lastAgentId: null }, people).userId
      assert.equal(again !== null, able.length > 0 && !full, 'where a full colleague has not been asked they are waited for')
    }),
  ))

test('manual gives it to nobody', () =>
  fc.assert(
    fc.property(rules, candidates, (how, people) =>
      assert.equal(decide({ ...how, rules: [{ strategy: 'manual', weight: 1 }] }, nobodyPassed, people).userId, null),
    ),
  ))

test('who had the contact last, who is asked first, and who has the skill best, are preferred by their rules', () => {
  const one = (userId: string, rest: Partial<Candidate> = {}): Candidate => ({
    userId,
    state: 'available',
    load: 0,
    capacity: 5,
    rank: 5,
    skills: [],
    turn: null,
    lastAssignedAt: null,
    mayReply: true,
    ...rest,
  })
  const by = (strategy: RoutingRules[number]['strategy'], people: Candidate[], lastAgentId: string | null = null) =>
    decide(
      { queueId: 'q', rules: [{ strategy, weight: 1 }], requiredSkills: [], preferredSkills: [{ name: 'inglés', level: 4 }] },
      { passedOver: [], lastAgentId },
      people,
    ).userId
  assert.equal(by('last_agent', [one('a'), one('b')], 'b'), 'b')
  assert.equal(by('agent_priority', [one('a', { rank: 2 }), one('b', { rank: 1 })]), 'b')
  assert.equal(by('skills', [one('a', { skills: [{ name: 'Inglés', level: 2 }] }), one('b', { skills: [{ name: 'inglés', level: 5 }] })]), 'b')
  assert.equal(by('least_busy', [one('a', { load: 2, capacity: 4 }), one('b', { load: 2, capacity: 5 })]), 'b')
  assert.equal(by('least_busy', [one('b', { turn: 7 }), one('a', { turn: 8 })]), 'b', 'equals go by the least recent turn')
})

const waits = fc.uniqueArray(
  fc.record({ id: fc.uuid(), priority: fc.integer({ min: 0, max: 3 }), since: fc.integer({ min: 0, max: 50 }).map((at) => new Date(at)) }),
  { selector: ({ id }) => id, maxLength: 30 },
)

test('nobody starves: what is given out is the oldest of the highest priority, and as many as a naive count of the room', () =>
  fc.assert(
    fc.property(waits, candidates, (all, people) => {
      const how: Rules = { queueId: 'q', rules: [{ strategy: 'least_busy', weight: 1 }], requiredSkills: [], preferredSkills: [] }
      let staff: Candidate[] = people
      const given: Turn[] = []
      for (const wait of all.toSorted(byTurn)) {
        const { userId } = decide(how, nobodyPassed, staff)
        if (userId === null) continue
        given.push(wait)
        staff = staff.map((one) => (one.userId === userId ? givenOne(one, given.length, new Date(0)) : one))
      }
      const room = people.reduce((sum, { state, mayReply, load, capacity }) => sum + (state === 'available' && mayReply ? Math.max(0, capacity - load) : 0), 0)
      assert.equal(given.length, Math.min(room, all.length))
      const left = all.filter((wait) => !given.includes(wait))
      for (const waiting of left)
        for (const served of given)
          assert.ok(served.priority > waiting.priority || (served.priority === waiting.priority && served.since.getTime() <= waiting.since.getTime()))
      for (const one of staff) assert.ok(one.load <= Math.max(one.capacity, people.find(({ userId }) => userId === one.userId)!.load))
    }),
  ))

test('the priority of a conversation goes before that of its campaign, and that before its queue’s', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 99 }), (campaign, queue, lower) => {
      assert.ok(priorityOfWait('urgent', 0, 0) > priorityOfWait('high', campaign, queue))
      assert.ok(priorityOfWait('normal', lower + 1, 0) > priorityOfWait('normal', lower, queue))
      assert.ok(priorityOfWait('low', campaign, lower + 1) > priorityOfWait('low', campaign, lower))
    }),
  ))
