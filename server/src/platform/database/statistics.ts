import pg from 'pg'

const unknownText = `select format('%I.%I', s.schemaname, s.relname) as name from pg_stat_user_tables s
where s.last_analyze is null and s.last_autoanalyze is null and s.n_live_tup > 0 and pg_has_role(current_user, (select relowner from pg_class where oid = s.relid), 'usage')`

/**
 * Gives the planner its first statistics. Without them it takes any one tenant for a two-hundredth of a table and may read the whole of it
 * where an index would do; PostgreSQL by itself looks only after a minute. Milliseconds on a new database, nothing later.
 */
export const analyzeUnknown = async (adminUrl: string): Promise<number> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const { rows } = await admin.query<{ name: string }>(unknownText)
    if (rows.length > 0) await admin.query(`analyze ${rows.map((row) => row.name).join(', ')}`)
    return rows.length
  } finally {
    await admin.end()
  }
}
