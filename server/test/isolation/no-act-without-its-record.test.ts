import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { besideFacebook } from '../kit/facebook-login.ts'
import { openDoors, prepareAct } from '../kit/prepare-act.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { addressWith, everyRoute } from '../kit/route-table.ts'

/**
 * Every act and its record are one: when the record cannot be written, nothing is done. So a process that dies between the two, at whatever
 * instant, leaves neither an act without its record nor a record without its act.
 */
let the: RunningProduct
before(async () => {
  the = await startProduct({ env: { ...openDoors, ...(await besideFacebook()).env } })
  await the.admin.query(`create function public.no_record() returns trigger language plpgsql as $$ begin raise exception 'no record today'; end $$`)
  await the.idle()
})
after(() => the.stop())

/**
 * Prepared by these before the act itself, and worth nothing without it: an account that nobody can enter, a session whose token was
 * never told, a challenge that is used up. */
const beforehand: Record<string, string[]> = {
  'tenants.create': ['identity."user"'],
  'tenants.impersonate': ['identity.session'],
  'passkeys.add': ['identity.passkey_challenge'],
  'auth.passkey': ['identity.passkey_challenge'],
}

/** What every table of the product's parts holds, in short. The engine room's own are left out: its rounds go on. */
const fingerprints = async (): Promise<Record<string, string>> => {
  const { rows } = await the.admin.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('tenancy', 'identity', 'channels', 'contacts', 'flows', 'conversations', 'files', 'simulator', 'presence') order by 1`,
  )
  assert.ok(rows.length > 25)
  const found: [string, string][] = []
  for (const { name } of rows) {
    const { rows: prints } = await the.admin.query<{ print: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t`,
    )
    found.push([name, prints[0]!.print])
  }
  return Object.fromEntries(found)
}

const refuseRecords = (action: string) =>
  the.admin.query(`create trigger no_record before insert on audit.pending for each row when (new.action = '${action}') execute function public.no_record()`)
const allowRecords = () => the.admin.query('drop trigger no_record on audit.pending')

/** Reading leaves nothing but its record. */
const acts = everyRoute.filter(({ audit, method }) => typeof audit === 'string' && method !== 'GET')

for (const route of acts)
  test(`${route.id} does nothing without its record`, async () => {
    const { params, body, api } = await prepareAct(the, route)
    await the.idle()
    const before = await fingerprints()
    await refuseRecords(route.audit as string)
    const { status, text } = await api.send(route.method, addressWith(route, params), body)
    await allowRecords()
    assert.equal(status, 500, text.slice(0, 300))
    const now = await fingerprints()
    const changed = Object.keys(now).filter((name) => now[name] !== before[name])
    assert.deepEqual(changed, beforehand[route.id] ?? [])
  })
