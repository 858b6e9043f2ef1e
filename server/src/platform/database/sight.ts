import type { HiddenField, Reach } from '@chasqui/contracts'

/**
 * What a person's (or a program's) transaction sees of its tenant. Row-level security narrows conversations, contacts, files and events to the
 * reach, and what is shown of people is masked where it is hidden. Work of machines has no sight and sees all. Without a `userId` it is what all those
 * browsers see for whom the same is hidden.
 */
export type Sight = { userId: string | null; reach: Reach; hides: readonly HiddenField[] }

const uuid = /^[0-9a-f-]{36}$/i
const words = /^[a-z]*(,[a-z]+)*$/

/** Settings of one transaction. They are text of statements, so that only what cannot be anything else gets in. */
export const settingsOf = (tenantId: string, sight: Sight | null): string => {
  if (!uuid.test(tenantId)) throw new Error('tenant id is not a uuid')
  const tenant = `set local app.tenant_id = '${tenantId}'`
  if (!sight) return tenant
  const hides = sight.hides.join(',')
  if ((sight.userId !== null && !uuid.test(sight.userId)) || !words.test(sight.reach) || !words.test(hides))
    throw new Error('sight is not made of ids and words')
  return [
    tenant,
    ...(sight.userId === null ? [] : [`set local app.user_id = '${sight.userId}'`]),
    ...(sight.reach === 'all'
      ? []
      : [`set local app.reach = '${sight.reach}'`, `select set_config('app.reached', array_to_string(platform.reached_holders(), ','), true)`]),
    ...(hides === '' ? [] : [`set local app.hides = '${hides}'`]),
  ].join('; ')
}
