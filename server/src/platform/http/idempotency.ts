import type { FastifyRequest } from 'fastify'
import { fingerprint } from '../crypto/digest.ts'
import type { Sight } from '../database/sight.ts'
import type { Tx } from '../database/transaction.ts'
import { Failure } from '../failure.ts'

/** A complete answer: what is sent, and stored to be sent again. `text` is null for 204. */
export type Reply = { status: number; text: string | null; replayed: boolean }

/** The key a caller gave, or null. */
export const readIdempotencyKey = (request: FastifyRequest): string | null => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key
  const message = 'Idempotency-Key takes 1 to 255 printable characters.'
  throw new Failure('invalid', 'invalid', message, { errors: [{ path: 'Idempotency-Key', code: 'invalid_format', message }] })
}

/** What a narrower sight has to do with an answer: one that was given to other eyes is not told again. */
const eyesOf = (sight: Sight | null): string => (sight && (sight.reach !== 'all' || sight.hides.length > 0) ? `\n${sight.reach} ${sight.hides.join()}` : '')

const requestPrint = ({ method, url, body }: FastifyRequest, sight: Sight | null) =>
  fingerprint(`${method} ${url}\n${JSON.stringify(body ?? null)}${eyesOf(sight)}`)

type Stored = { request: string; status: number; response: string }

/** Waits for a call with the same key that is under way: it holds the lock until its commit or rollback. */
const storedAnswer = async (tx: Tx, userId: string, key: string): Promise<Stored | undefined> => {
  const [, found] = await Promise.all([
    tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`idempotency ${tx.tenantId} ${userId} ${key}`]),
    tx.query<Stored>('select request, status, response::text as response from platform.idempotency where tenant_id = $1 and user_id = $2 and key = $3', [
      tx.tenantId,
      userId,
      key,
    ]),
  ])
  return found.rows[0]
}

const anyId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

/** Whether something that the answer or the address names has left the person's reach since: a conversation got another holder, a team other members. */
const isBeyondReach = async ({ query, sight }: Tx, { response }: Stored, { url }: FastifyRequest): Promise<boolean> => {
  if (sight === null || sight.reach === 'all') return false
  const ids = [...new Set(`${url} ${response}`.match(anyId))]
  return (await query<{ beyond: boolean }>('select platform.beyond_reach($1::uuid[]) as beyond', [ids])).rows[0]!.beyond
}

const replay = async (tx: Tx, stored: Stored, print: string, request: FastifyRequest): Promise<Reply> => {
  if (stored.request !== print) throw new Failure('invalid', 'idempotency.mismatch', 'This Idempotency-Key was used for another request.')
  if (await isBeyondReach(tx, stored, request))
    throw new Failure('absent', 'idempotency.out_of_reach', 'This was done before. What it was answered with is out of your reach by now.')
  return { status: stored.status, text: stored.response === 'null' ? null : stored.response, replayed: true }
}

/**
 * Lets `work` happen once per user and key. Its answer is stored in the transaction of its effect, so there is never one without the other;
 * a failed call stores nothing and may be repeated.
 */
export const once = async (tx: Tx, userId: string, key: string, request: FastifyRequest, now: Date, work: () => Promise<Reply>): Promise<Reply> => {
  const print = requestPrint(request, tx.sight)
  const stored = await storedAnswer(tx, userId, key)
  if (stored) return replay(tx, stored, print, request)
  const reply = await work()
  await tx.query(
    'insert into platform.idempotency (tenant_id, user_id, key, request, status, response, created_at) values ($1, $2, $3, $4, $5, $6::json, $7)',
    [tx.tenantId, userId, key, print, reply.status, reply.text ?? 'null', now],
  )
  return reply
}
