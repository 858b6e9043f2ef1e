import type { JobsPorts } from './ports.ts'

/** Jobs are kept for so many days after their end. */
const keptDays = 30

export const cleanUp = ({ database, now }: Pick<JobsPorts, 'database' | 'now'>): Promise<unknown> =>
  database.system.query(`delete from jobs.job where ended_at < $1`, [new Date(now().getTime() - keptDays * 86_400_000)])
