import type pg from 'pg'

/** Whatever runs a statement: a transaction of the system role, one of a tenant, or the system pool. */
export type Runner = { query<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>> }

/** A transaction of one tenant, that says whose it is. */
export type TenantRunner = Runner & { tenantId: string }
