import { type LockRule, lockSeconds } from '../domain/lock-out.ts'
import type { Runner } from './runner.ts'

/** The latest instant until which any of the subjects is locked; null when none is. */
export const lockedUntil = async (runner: Runner, subjects: string[], now: Date): Promise<Date | null> =>
  (
    await runner.query<{ until: Date | null }>(
      'select max(locked_until) as until from identity.attempt where subject = any($1::text[]) and locked_until > $2',
      [subjects, now],
    )
  ).rows[0]?.until ?? null

/** Counts one failure and locks the subject as its rule says. */
export const addFailure = async (runner: Runner, subject: string, rule: LockRule, now: Date): Promise<void> => {
  const { rows } = await runner.query<{ failures: number }>(
    `insert into identity.attempt as known (subject, failures, last_at) values ($1, 1, $2)
     on conflict (subject) do update set failures = case when known.last_at < $3 then 1 else known.failures + 1 end, last_at = $2
     returning failures`,
    [subject, now, new Date(now.getTime() - rule.forgetAfter * 1000)],
  )
  const seconds = lockSeconds(rule, rows[0]!.failures)
  if (seconds > 0)
    await runner.query('update identity.attempt set locked_until = greatest(locked_until, $2) where subject = $1', [
      subject,
      new Date(now.getTime() + seconds * 1000),
    ])
}

export const forgetFailures = (runner: Runner, subject: string): Promise<unknown> => runner.query('delete from identity.attempt where subject = $1', [subject])
