import { z } from 'zod'
import { NodeId, VariableName } from '../../flow.ts'
import { GivenInstant, Id, Instant, ShortText } from '../../ids.ts'
import { page, PageQuery } from '../../page.ts'
import { route } from '../../route.ts'
import { common, WhichVersion } from './common.ts'

const Variables = z.record(VariableName, z.union([z.string().max(4096), z.number(), z.boolean(), z.null()]))

/**
 * What the customer does: writes, presses what a button or row is, sends a picture, a file, a place or a contact card (`text`: its caption, the words of the place or
 * the name on the card), or is silent for a while, in which the flow's own time passes. `starts`: the flow begins without
 * a word of theirs, as when a person starts it; at a step of it, where one is named. `happens`: no act of theirs, but what the flow waits for beside their words (a tag, a
 * stage, a call of another program), with what that brings.
 */
export const TestAct = z.discriminatedUnion('type', [
  z.object({ type: z.literal('starts'), step: NodeId.optional() }),
  z.object({ type: z.literal('writes'), text: z.string().min(1).max(4096) }),
  z.object({ type: z.literal('presses'), id: z.string().min(1).max(256), title: z.string().max(200).default('') }),
  z.object({
    type: z.literal('sends'),
    what: z.enum(['image', 'video', 'document', 'location', 'contacts']),
    text: z.string().max(1024).default(''),
    file: z.object({ name: z.string().max(240), mime: z.string().max(120) }).optional(),
    place: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
    phone: z.string().max(40).optional(),
  }),
  z.object({ type: z.literal('happens'), variables: Variables.optional() }),
  z.object({
    type: z.literal('waits'),
    seconds: z
      .number()
      .int()
      .min(1)
      .max(60 * 60 * 24 * 31),
  }),
])
export type TestAct = z.infer<typeof TestAct>

/** One turn of a recorded talk: `replies` is all that the flow says to it, `variables` some of what it knows afterwards; what is left out may be anything. */
export const TestTurn = z.object({
  does: TestAct,
  replies: z.array(z.string().max(4096)).max(30).optional(),
  variables: Variables.optional(),
})
export type TestTurn = z.infer<typeof TestTurn>

/** What a call of the flow brings: the variables that it saves, the status that was answered, and why it did not go well, as `<saveAs>.error` tells. */
const CallAnswer = z
  .object({ status: z.number().int().min(100).max(599).nullable(), error: z.string().max(20).nullable(), values: Variables })
  .meta({ id: 'FlowTestCallAnswer' })

/**
 * A talk that was held once. `at` is the instant at which it begins, so that "tomorrow" is the same day for ever; `ends` null: the run goes on. No program is
 * called: `calls` is what calls bring, in the order in which they are made, null for none in time; one that is not in the list brings the sample that its step keeps.
 * `given`: what the flow knows from its beginning. `isOpen` false: nobody is there at that hour.
 */
export const TestTalk = z
  .object({
    at: GivenInstant,
    contact: z
      .object({
        name: z.string().max(200).nullable().default(null),
        phone: z.string().max(40).nullable().default(null),
        language: z.string().max(20).nullable().default(null),
        tags: z.array(z.string().min(1).max(60)).max(50).default([]),
      })
      .prefault({}),
    isOpen: z.boolean().optional(),
    given: Variables.optional(),
    turns: z.array(TestTurn).min(1).max(200),
    calls: z.array(CallAnswer.nullable()).max(200).optional(),
    ends: z.enum(['finished', 'transferred', 'closed', 'stopped', 'silent']).nullable().optional(),
    step: NodeId.optional(),
  })
  .meta({ id: 'FlowTestTalk' })
export type TestTalk = z.infer<typeof TestTalk>

export const FlowTest = z.object({ id: Id, name: z.string(), talk: TestTalk, createdAt: Instant, updatedAt: Instant }).meta({ id: 'FlowTest' })
export type FlowTest = z.infer<typeof FlowTest>

/** Where a talk went another way. `turn` counts from 0; null: how it ended. `about` says of what: a variable, or the number of a reply. */
export const TestDifference = z
  .object({
    turn: z.number().int().nullable(),
    what: z.enum(['reply', 'missing_reply', 'unexpected_reply', 'variable', 'end', 'step']),
    about: z.string(),
    expected: z.unknown(),
    actual: z.unknown(),
  })
  .meta({ id: 'FlowTestDifference' })
export type TestDifference = z.infer<typeof TestDifference>
export const TestResult = z.object({ id: Id, name: z.string(), passed: z.boolean(), differences: z.array(TestDifference) }).meta({ id: 'FlowTestResult' })
export type TestResult = z.infer<typeof TestResult>

const one = common.params.extend({ testId: Id })
const settings = z.object({ name: ShortText, talk: TestTalk })

export const testRoutes = {
  tests: route({
    ...common,
    id: 'flowTests.list',
    method: 'GET',
    path: '/api/flows/:id/tests',
    summary: 'Talks that a flow has to hold as they were held once',
    permission: 'flows.read',
    rate: 'read',
    query: PageQuery,
    response: { status: 200, body: page(FlowTest) },
  }),
  addTest: route({
    ...common,
    id: 'flowTests.create',
    method: 'POST',
    path: '/api/flows/:id/tests',
    audit: 'flow.test_added',
    summary: 'Keep a talk as a test; a hundred per flow',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    body: settings,
    response: { status: 201, body: FlowTest },
  }),
  changeTest: route({
    ...common,
    id: 'flowTests.update',
    method: 'PATCH',
    path: '/api/flows/:id/tests/:testId',
    audit: 'flow.test_changed',
    summary: 'Change the name or the talk of a test',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    params: one,
    body: settings.partial(),
    response: { status: 200, body: FlowTest },
  }),
  removeTest: route({
    ...common,
    id: 'flowTests.delete',
    method: 'DELETE',
    path: '/api/flows/:id/tests/:testId',
    audit: 'flow.test_removed',
    summary: 'Remove a test',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    params: one,
    response: { status: 204, body: null },
  }),
  runTests: route({
    ...common,
    id: 'flowTests.run',
    method: 'POST',
    path: '/api/flows/:id/tests/run',
    audit: { none: 'It asks how the tests stand and changes nothing' },
    summary: 'Hold the talks of all tests, or of some, with the draft or a version; nothing is sent or stored',
    permission: 'flows.read',
    rate: 'write',
    body: z.object({ ids: z.array(Id).max(100).optional(), version: WhichVersion.optional() }).default({}),
    response: { status: 200, body: z.object({ passed: z.boolean(), results: z.array(TestResult) }) },
  }),
} as const
