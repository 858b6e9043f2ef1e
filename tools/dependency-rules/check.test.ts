import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findViolations } from './find-violations.ts'
import { inTree } from './planted-tree.ts'
import type { Files } from './planted-tree.ts'

const found = (planted: Files, expected: Record<string, number> = {}): string[] =>
  inTree(planted, (root) => findViolations(root, expected).violations.map(({ rule, path, line }) => `${rule} ${path}:${line}`))

const module = 'server/src/modules/rooms/planted.ts'
const domain = 'server/src/modules/rooms/domain/planted.ts'
const platform = 'server/src/platform/planted.ts'
const adapter = 'server/src/adapters/channels/pigeon/planted.ts'
const flow = 'flow/src/engine/planted.ts'
const flowShape = 'flow/src/steps/planted/schema.ts'
const feature = 'web/src/features/inbox/planted.tsx'

/** Rule, where, and the line that breaks it. Each is planted alone into the clean tree and must be the only thing found. */
const plants: [number, string, string][] = [
  [0, module, `import { gone } from './gone.ts'`],
  [0, module, `import { gone } from '#nowhere'`],
  [0, module, `import { unread } from './coverage/unread.ts'`],
  [0, 'server/src/odd/planted.ts', `export const odd = 1`],
  [1, 'contracts/src/planted.ts', `import { readFileSync } from 'node:fs'`],
  [1, 'contracts/src/planted.ts', `import { v7 } from 'uuid'`],
  [1, 'contracts/src/planted.ts', `import type { log } from '../../server/src/platform/log.ts'`],
  [2, platform, `import type { Guests } from '#guests'`],
  [2, platform, `import { raven } from '../adapters/channels/raven/index.ts'`],
  [2, platform, `import { readConfig } from '../config.ts'`],
  [3, domain, `import { now } from '#platform/clock'`],
  [3, domain, `import { createHash } from 'node:crypto'`],
  [3, domain, `import { z } from 'zod'`],
  [3, domain, `import { open } from '../open.ts'`],
  [3, domain, `export const at = Date.now()`],
  [3, domain, `export const at = () => new Date()`],
  [3, domain, `export const at = () => new Date`],
  [3, domain, `export const dice = Math.random`],
  [3, domain, `export const soon = (act: () => void) => setTimeout(act, 1)`],
  [3, 'server/src/modules/rooms/domain/planted.test.ts', `import { now } from '#platform/clock'`],
  [4, module, `import { createGuests } from '#guests'`],
  [4, module, `export type Guest = import('../guests/index.ts').Guests`],
  [4, module, `export * from '../guests/index.ts'`],
  [4, 'server/src/composition/planted.ts', `import { open } from '../modules/rooms/open.ts'`],
  [5, module, `import { raven } from '../../adapters/channels/raven/index.ts'`],
  [5, module, `export const sendWhatsAppText = 1`],
  [5, module, `export const graphUrl = 1`],
  [5, 'server/src/modules/rooms/telegram.ts', `export const bot = 1`],
  [5, module, `import ai from 'openai'`],
  [5, platform, `const client = await import('@anthropic-ai/sdk')`],
  [6, adapter, `import { raven } from '../raven/index.ts'`],
  [6, 'server/src/adapters/kits/birds/planted.ts', `import { raven } from '../../channels/raven/index.ts'`],
  [6, adapter, `import { open } from '../../../modules/rooms/open.ts'`],
  [6, adapter, `import { readConfig } from '../../../config.ts'`],
  [7, 'server/src/cli/planted.ts', `import type { compose } from '../compose.ts'`],
  [7, 'server/src/composition/planted.ts', `const { run } = await import('../main.ts')`],
  [7, 'server/src/config/planted.ts', `import { timers } from '../composition/timers.ts'`],
  [8, feature, `import type { Guests } from '../../../../server/src/modules/guests/index.ts'`],
  [8, 'widget/src/planted.ts', `import { log } from '../../server/src/platform/log.ts'`],
  [9, feature, `import { Home } from '../home/page.tsx'`],
  [9, feature, `import { App } from '#app/main.tsx'`],
  [9, 'web/src/ui/planted.tsx', `import { Page } from '../features/inbox/page.tsx'`],
  [9, 'web/src/lib/planted.ts', `import { Button } from '#ui/button.tsx'`],
  [10, module, `export const sql = 'select name from guests.guest where id = $1'`],
  [10, module, 'export const sql = `update ${1} set x = 1 from "guests" join guests."guest" g on true`'],
  [10, module, `export const sql = 'delete from platform.job'`],
  [10, 'server/src/composition/planted.ts', `export const tables = ['rooms.room']`],
  [10, adapter, `export const sql = 'select 1 from rooms.room'`],
  [10, platform, `export const sql = 'select 1 from rooms.room'`],
  [11, module, `export const port = process.env.PORT`],
  [11, module, `export const port = process?.env?.['PORT']`],
  [11, 'server/src/cli/planted.ts', `export const { env } = process`],
  [11, 'server/src/config/planted.ts', `import { env } from 'node:process'`],
  [12, 'server/src/platform/clock.ts', `import type { log } from './log.ts'`],
  [12, module, `import type { Planted } from './planted.ts'`],
  [13, flow, `import { z } from 'zod'`],
  [13, flow, `import { FlowDefinition } from '../definition.ts'`],
  [13, flow, `import { Id } from '@chasqui/contracts/ids'`],
  [13, flow, `import { readFileSync } from 'node:fs'`],
  [13, flow, `import type { log } from '../../../server/src/platform/log.ts'`],
  [13, flow, `export const at = Date.now()`],
  [13, flow, `export const dice = Math.random`],
  [13, flowShape, `import { step } from '../../engine/step.ts'`],
  [13, flowShape, `import type { Id } from '@chasqui/contracts/ids'`],
  [13, 'flow/src/engine/planted.test.ts', `import { readFileSync } from 'node:fs'`],
  [13, module, `import { step } from '@chasqui/flow/engine/step'`],
  [13, feature, `import { step } from '@chasqui/flow/engine/step'`],
]

test('a tree that keeps the rules has no violation', () => {
  assert.deepEqual(found({}), [])
})

for (const [rule, path, line] of plants) {
  test(`rule ${rule} finds ${line} in ${path}`, () => {
    assert.deepEqual(found({ [path]: `// planted\n${line}\n` }), [`${rule} ${path}:${rule === 0 && path.includes('/odd/') ? 1 : lineOf(path)}`])
  })
}

/** A forbidden file name is reported at the top of the file, everything else where it stands. */
const lineOf = (path: string): number => (path.endsWith('/telegram.ts') ? 1 : 2)

test('a ring over several files is told once, with the way round', () => {
  const planted = {
    [platform]: `import { a } from './one.ts'`,
    'server/src/platform/one.ts': `import { b } from './two.ts'`,
    'server/src/platform/two.ts': `import { c } from './planted.ts'`,
  }
  const reports = inTree(planted, (root) => findViolations(root, {}).violations)
  assert.equal(reports.length, 1)
  assert.match(reports[0]!.why, /(platform\/(planted|one|two)\.ts( → server\/src\/)?){4}/)
})

test('seeing fewer files than expected is a violation, and so is seeing no migrations', () => {
  assert.deepEqual(found({}, { 'contracts/src/': 5 }), [])
  assert.deepEqual(found({}, { 'contracts/src/': 6, 'server/src/modules/': 500 }), ['0 contracts/src/:0', '0 server/src/modules/:0'])
  assert.deepEqual(found({ 'server/migrations/0001-all.sql': '' }), ['0 server/migrations:0'])
})
