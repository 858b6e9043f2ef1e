import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { begin, isLate, rehour, retarget, set, spentSeconds, type BusinessTime, type Clock } from './clock.ts'
import { follow, nearest, type Facts, type Situation, type Targets } from './follow.ts'

const start = Date.UTC(2026, 2, 2)
const at = (seconds: number) => new Date(start + seconds * 1000)

/** Open in the first `open` seconds of every 1000. */
const shifts = (open: number): BusinessTime => {
  const passed = (seconds: number) => Math.floor(seconds / 1000) * open + Math.min(((seconds % 1000) + 1000) % 1000, open)
  return {
    addBusinessTime: (from, seconds) => {
      const second = (from.getTime() - start) / 1000
      if (seconds <= 0) return from
      const whole = passed(second) + seconds
      const shift = Math.ceil(whole / open) - 1
      return at(shift * 1000 + (whole - shift * open))
    },
    businessSecondsBetween: (from, to) => Math.max(0, passed((to.getTime() - start) / 1000) - passed((from.getTime() - start) / 1000)),
  }
}
const anyTime = fc.integer({ min: 1, max: 1000 }).map(shifts)
const anySecond = fc.integer({ min: 0, max: 20_000 })
const anyTarget = fc.integer({ min: 10, max: 5000 }).map((seconds) => ({ seconds, warnSeconds: Math.max(1, Math.round(seconds * 0.8)) }))

test('property: a clock is due when its business time has passed, and warns before', () => {
  fc.assert(
    fc.property(anyTime, anySecond, anyTarget, (time, second, target) => {
      const clock = begin({ id: 'a', metric: 'resolution', target, runs: true }, time, at(second))
      assert.equal(clock.dueAt?.getTime(), time.addBusinessTime(at(second), target.seconds)!.getTime())
      assert.ok(clock.warnAt! <= clock.dueAt)
    }),
  )
})

test('property: standing still and going on keeps what is left, however often; nothing is ever below none', () => {
  fc.assert(
    fc.property(anyTime, anyTarget, fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.boolean()), { maxLength: 20 }), (time, target, steps) => {
      let [clock, second, run] = [begin({ id: 'a', metric: 'resolution', target, runs: true }, time, at(0)), 0, 0]
      let running = true
      for (const [wait, runs] of steps) {
        if (running) run += time.businessSecondsBetween(at(second), at(second + wait))
        second += wait
        const before: Clock = clock
        clock = set(clock, runs, time, at(second))
        running = runs
        if (before.remainingSeconds !== null) assert.ok(before.remainingSeconds >= 0)
        assert.equal(Math.min(spentSeconds(clock, time, at(second)), target.seconds), Math.min(run, target.seconds))
        if (run > target.seconds) assert.ok(isLate(clock, at(second)), 'late stays late')
        // What is over cannot be used up once more.
        if (run >= target.seconds) return
      }
    }),
  )
})

test('property: by other hours the same is left of a clock, and what was late stays late', () => {
  fc.assert(
    fc.property(anyTime, anyTime, anyTarget, anySecond, anySecond, (time, other, target, begun, second) => {
      const clock = begin({ id: 'a', metric: 'resolution', target, runs: true }, time, at(begun))
      const moved = rehour(clock, time, other, at(second))
      if (clock.dueAt! <= at(second)) return assert.deepEqual(moved, clock)
      const from = at(Math.max(begun, second))
      assert.equal(moved.dueAt?.getTime(), other.addBusinessTime(from, target.seconds - time.businessSecondsBetween(at(begun), from))!.getTime())
      assert.equal(Math.round(spentSeconds(moved, other, from)), Math.round(spentSeconds(clock, time, from)))
    }),
  )
})

test('property: another promise counts what was used; a longer one takes back a breach', () => {
  fc.assert(
    fc.property(anyTime, anyTarget, anyTarget, anySecond, (time, target, other, second) => {
      const clock = begin({ id: 'a', metric: 'resolution', target, runs: true }, time, at(0))
      const used = time.businessSecondsBetween(at(0), at(second))
      const changed = retarget(clock, other, time, at(second))
      // The same promise moves nothing, also where it is over and nobody is there.
      if (other.seconds === target.seconds) return assert.deepEqual([changed.dueAt, isLate(changed, at(second))], [clock.dueAt, isLate(clock, at(second))])
      const left = Math.max(0, other.seconds - used)
      assert.equal(changed.dueAt?.getTime(), time.addBusinessTime(at(second), left)!.getTime())
      assert.equal(isLate(changed, at(second)), used > other.seconds)
    }),
  )
})

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  state: fc.constantFrom('new', 'bot', 'queued', 'assigned', 'active', 'pending', 'transferred', 'closed'),
  floor: fc.constantFrom('flow', 'assistant', 'human', 'nobody'),
  waitingSince: fc.option(fc.constant(at(0))),
  snoozedUntil: fc.option(fc.constant(at(9000))),
  firstHumanReplyAt: fc.option(fc.constant(at(0))),
  waits: fc.boolean(),
})
const anyTargets: fc.Arbitrary<Targets> = fc.record({
  first_response: fc.option(anyTarget),
  next_response: fc.option(anyTarget),
  resolution: fc.option(anyTarget),
})

test('property: of each at most one is open, none after the end, nothing is lost, and the same once more changes nothing', () => {
  fc.assert(
    fc.property(
      anyTime,
      fc.array(fc.record({ now: anyFacts, answered: fc.boolean(), targets: fc.option(anyTargets), wait: fc.integer({ min: 0, max: 4000 }) }), {
        minLength: 1,
        maxLength: 15,
      }),
      (time, steps) => {
        let [id, second] = [0, 0]
        let [was, open]: [Facts | null, Clock[]] = [null, []]
        const newId = () => String((id += 1))
        for (const { now, answered, targets, wait } of steps) {
          second += wait
          const situation: Situation = { was, now, answered, merged: false, open, targets, time, at: at(second), newId }
          const followed = follow(situation)
          const ids = followed.open.map(({ metric }) => metric)
          assert.equal(new Set(ids).size, ids.length)
          if (now.state === 'closed') assert.deepEqual(followed.open, [])
          for (const clock of open) assert.ok([...followed.open, ...followed.ended.map((one) => one.clock)].some((other) => other.id === clock.id))
          for (const { clock, end } of followed.ended) assert.equal(end === 'missed', isLate(clock, at(second)))
          if (answered) assert.ok(!followed.open.some(({ metric, state }) => metric !== 'resolution' && state === 'running'))
          const again = follow({ ...situation, was: now, answered: false, open: followed.open })
          if (!answered) {
            assert.deepEqual(again.ended, [])
            for (const [index, clock] of followed.open.entries()) assert.equal(again.open[index], clock)
          }
          assert.equal(nearest(followed.open) === null, followed.open.length === 0)
          ;[was, open] = [now, followed.open]
        }
      },
    ),
  )
})

const hour: Targets = {
  first_response: { seconds: 600, warnSeconds: 480 },
  next_response: { seconds: 300, warnSeconds: 240 },
  resolution: { seconds: 3600, warnSeconds: 2880 },
}
const always: BusinessTime = shifts(1000)
const quiet: Facts = { state: 'active', floor: 'human', waitingSince: null, snoozedUntil: null, firstHumanReplyAt: null, waits: false }

test('a talk from the first word to the end', () => {
  let id = 0
  let [was, open]: [Facts | null, Clock[]] = [null, []]
  const happens = (second: number, now: Facts, answered = false) => {
    const { open: next, ended } = follow({
      was,
      now,
      answered,
      merged: false,
      open,
      targets: hour,
      time: always,
      at: at(second),
      newId: () => String((id += 1)),
    })
    ;[was, open] = [now, next]
    return {
      open: next.map(({ metric, state }) => `${metric} ${state}`),
      ended: ended.map(({ clock, end, spentSeconds: spent }) => `${clock.metric} ${end} ${spent}`),
    }
  }
  assert.deepEqual(happens(0, { ...quiet, state: 'bot', floor: 'flow', waitingSince: at(0) }), { open: [], ended: [] })
  assert.deepEqual(happens(100, { ...quiet, state: 'queued', waits: true }), { open: ['first_response running', 'resolution running'], ended: [] })
  const replied = { ...quiet, firstHumanReplyAt: at(400) }
  assert.deepEqual(happens(400, replied, true), { open: ['resolution running'], ended: ['first_response met 300'] })
  assert.deepEqual(happens(500, { ...replied, waitingSince: at(500) }).open, ['resolution running', 'next_response running'])
  assert.deepEqual(happens(600, { ...replied, waitingSince: at(500), state: 'pending' }).open, ['resolution paused', 'next_response paused'])
  assert.deepEqual(happens(900, { ...replied, waitingSince: at(500) }).open, ['resolution running', 'next_response running'])
  assert.deepEqual(happens(1200, replied, true), { open: ['resolution running'], ended: ['next_response missed 400'] })
  assert.deepEqual(happens(1300, { ...replied, state: 'closed', floor: 'nobody' }), { open: [], ended: ['resolution met 900'] })
  assert.deepEqual(happens(2000, replied), { open: ['first_response paused', 'resolution running'], ended: [] })
  assert.deepEqual(happens(2100, { ...replied, waitingSince: at(2100) }).open, ['first_response running', 'resolution running'])
  assert.deepEqual(happens(2200, { ...replied, state: 'bot', floor: 'flow' }), { open: ['resolution paused'], ended: ['first_response void 100'] })
})
