import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Files = Record<string, string>

/** A small repository that keeps every rule, with what is allowed and looks forbidden at first sight. */
export const cleanFiles: Files = {
  'contracts/package.json': '{ "exports": { ".": "./src/index.ts", "./*": "./src/*.ts" } }',
  'contracts/src/index.ts': `import { z } from 'zod'\nexport type { Id } from './ids.ts'\nexport const Text = z.string()\nexport { Definition } from './flow.ts'`,
  'contracts/src/ids.ts': `import { z } from 'zod'\nexport const Id = z.uuid()\nexport type Id = string`,
  'contracts/src/ids.test.ts': `import { test } from 'node:test'\nimport fc from 'fast-check'\nimport { Id } from './ids.ts'\ntest('', () => fc.assert(Id))`,
  'flow/package.json': '{ "exports": { ".": "./src/index.ts", "./*": "./src/*.ts" } }',
  'flow/src/index.ts': `export { step } from './engine/step.ts'`,
  'flow/src/definition.ts': `import { z } from 'zod'\nimport { Message } from './steps/message/schema.ts'\nexport const Definition = z.array(Message)`,
  'flow/src/steps/message/schema.ts': `import { z } from 'zod'\nexport const Message = z.string()`,
  'flow/src/engine/step.ts': `import type { Id } from '@chasqui/contracts'\nimport type { Definition } from '../definition.ts'\nimport { zone } from '@chasqui/contracts/zone'\nexport const step = (flow: typeof Definition, id: Id) => [flow, id, zone, new Date(0)]`,
  'flow/src/engine/step.test.ts': `import { test } from 'node:test'\nimport { Definition } from '../definition.ts'\nimport { world } from '../../test/world.ts'\ntest('', () => [Definition, world])`,
  'flow/test/world.ts': `import { step } from '../src/engine/step.ts'\nexport const world = step`,
  'contracts/src/zone.ts': `import type { Id } from './ids.ts'\nexport const zone = (id: Id) => id`,
  'contracts/src/flow.ts': `export * from '@chasqui/flow/definition'`,
  'server/src/modules/flows/index.ts': `import { step } from '@chasqui/flow'\nexport const createFlows = step`,
  'web/src/features/flows/page.ts': `import { step } from '@chasqui/flow/engine/step'\nexport const page = step`,
  'server/package.json':
    '{ "imports": { "#platform/*": "./src/platform/*.ts", "#rooms": "./src/modules/rooms/index.ts", "#guests": "./src/modules/guests/index.ts" } }',
  'server/migrations/0001-all.sql': `
    create table platform.job (id uuid); create function platform.current_tenant() returns uuid language sql as $$ select null $$;
    create table rooms.room (id uuid); create table guests.guest (id uuid); create view guests.guest_card as select id from guests.guest;`,
  'server/src/platform/clock.ts': `import { hostname } from 'node:os'\nimport pg from 'pg'\nexport const now = () => [new Date(), hostname(), pg]\nexport const add = 'insert into platform.job values ($1)'`,
  'server/src/platform/log.ts': `import type { Id } from '@chasqui/contracts'\nimport { now } from './clock.ts'\n// process.env is read elsewhere\nexport const log = (id: Id) => [now(), id]`,
  'server/src/modules/rooms/index.ts': `import { open } from './open.ts'\nexport const createRooms = () => ({ open })`,
  'server/src/modules/rooms/open.ts': `
    import { now } from '#platform/clock'
    import { decide } from './domain/decide.ts'
    /** A WhatsApp number may be called in a comment. */
    const kind = 'whatsapp-cloud'
    export const open = () => [decide(now()), kind, \`select 1 from rooms.room r join guests.guest_card g on \${'g.id'} = r.id where platform.current_tenant() is not null\`]
    export type Live = { process: 'rooms.room.opened' }`,
  'server/src/modules/rooms/coverage/unread.ts': `export const unread = 1`,
  'server/src/modules/rooms/domain/decide.ts': `import type { Id } from '@chasqui/contracts'\nimport { later } from './later.ts'\nexport const decide = (at: unknown): Id => [at, later].join()`,
  'server/src/modules/rooms/domain/later.ts': `export const later = (at: string) => new Date(Date.parse(at) + 1)\nexport const parts = { fetch: 1, max: Math.max(1, 2) }`,
  'server/src/modules/rooms/domain/later.test.ts': `import { test } from 'node:test'\nimport assert from 'node:assert/strict'\nimport fc from 'fast-check'\nimport { later } from './later.ts'\ntest('', () => assert.ok(fc && later(new Date().toISOString())))`,
  'server/src/modules/guests/index.ts': `export const createGuests = () => 'select 1 from guests.guest'\nexport type Guests = string`,
  'server/src/adapters/channels/pigeon/index.ts': `import type { Guests } from '#guests'\nimport { now } from '#platform/clock'\nimport { coo } from './coo.ts'\nexport const pigeon = (guests: Guests) => [now(), coo, guests]`,
  'server/src/adapters/channels/pigeon/coo.ts': `import OpenAI from 'openai'\nexport const coo = OpenAI`,
  'server/src/adapters/channels/raven/index.ts': `import { feathers } from '../../kits/birds/feathers.ts'\nexport const raven = feathers`,
  'server/src/adapters/kits/birds/feathers.ts': `import { now } from '#platform/clock'\nexport const feathers = now`,
  'server/src/config.ts': `export const readConfig = () => process.env['PORT']`,
  'server/src/composition/timers.ts': `import { createRooms } from '#rooms'\nexport const timers = createRooms`,
  'server/src/compose.ts': `import { createGuests } from '#guests'\nimport { pigeon } from './adapters/channels/pigeon/index.ts'\nimport { raven } from './adapters/channels/raven/index.ts'\nimport { timers } from './composition/timers.ts'\nexport const compose = () => [createGuests, pigeon, raven, timers]`,
  'server/src/main.ts': `export const run = async () => (await import('./compose.ts')).compose()`,
  'server/src/cli/with-product.ts': `const { pid } = process\nexport const withProduct = async () => [pid, (await import('../compose.ts')).compose()]`,
  'server/test/story.test.ts': `import { compose } from '../src/compose.ts'\nimport { open } from '../src/modules/rooms/open.ts'\nexport const told = [compose, open, process.env]`,
  'web/package.json': '{ "imports": { "#lib/*": "./src/lib/*", "#ui/*": "./src/ui/*", "#app/*": "./src/app/*" } }',
  'web/src/app/main.tsx': `import { Page } from '../features/inbox/page.tsx'\nimport './app.css'\nexport const App = () => <p>don't stop {Page}</p>`,
  'web/src/app/app.css': '',
  'web/src/features/inbox/page.tsx': `import type { Id } from '@chasqui/contracts/ids'\nimport { Button } from '#ui/button.tsx'\nexport const Page = ({ id }: { id: Id }) => <Button>{id}</Button>`,
  'web/src/features/home/page.tsx': `import { api } from '#lib/api.ts'\nexport const Home = api`,
  'web/src/ui/button.tsx': `import { api } from '#lib/api.ts'\nexport const Button = api`,
  'web/src/lib/api.ts': `export const api = 1`,
  'widget/src/bubble.ts': `import type { Id } from '@chasqui/contracts'\nexport type Bubble = Id`,
}

/** Writes the clean repository with `planted` over it into a temporary folder; gone after `use`. */
export const inTree = <T>(planted: Files, use: (root: string) => T): T => {
  const root = mkdtempSync(join(tmpdir(), 'chasqui-rules-'))
  try {
    for (const [path, text] of Object.entries({ ...cleanFiles, ...planted })) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return use(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
