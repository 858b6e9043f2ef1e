import type { FlowDefinition, FlowTest, TestResult, WhichVersion } from '@chasqui/contracts'
import { freshRun } from '@chasqui/flow'
import { commonAbilities, holdTalk, type TestWorld } from '@chasqui/flow/tests/hold-talk'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { FlowsPorts } from '../ports.ts'
import { readFlow, readVersion } from '../store.ts'
import { subflowsOf } from '../subflows.ts'
import { everyTest } from './store.ts'

const worldOf = async (tx: Tx, ports: FlowsPorts, definition: FlowDefinition): Promise<TestWorld> => {
  const { name, country, locale, timeZone } = await ports.business(tx.tenantId)
  const subflows = await subflowsOf(tx, definition, freshRun())
  return { abilities: commonAbilities, business: { name, country }, locale, timeZone, matches: ports.matches, ...(subflows && { subflows }) }
}

const resultOf = (definition: FlowDefinition, { id, name, talk }: FlowTest, world: TestWorld): TestResult => {
  const differences = holdTalk(definition, talk, world)
  return { id, name, passed: differences.length === 0, differences }
}

/** Holds the talks of all tests of a flow with a definition. */
export const runEveryTest = async (tx: Tx, ports: FlowsPorts, flowId: string, definition: FlowDefinition): Promise<TestResult[]> => {
  const tests = await everyTest(tx, flowId)
  if (tests.length === 0) return []
  const world = await worldOf(tx, ports, definition)
  return tests.map((test) => resultOf(definition, test, world))
}

type Asked = { ids?: string[] | undefined; version?: WhichVersion | undefined }

/** How tests stand with the draft, or with a version. */
export const runTests = async (tx: Tx, ports: FlowsPorts, flowId: string, { ids, version }: Asked): Promise<{ passed: boolean; results: TestResult[] }> => {
  const flow = await readFlow(tx, flowId)
  const definition = version === undefined ? flow.definition : (await readVersion(tx, flowId, version)).definition
  const all = await runEveryTest(tx, ports, flowId, definition)
  const results = ids === undefined ? all : all.filter(({ id }) => ids.includes(id))
  if (ids?.some((id) => !results.some((result) => result.id === id))) throw absent('test')
  return { passed: results.every(({ passed }) => passed), results }
}
