import type pg from 'pg'

/** A row of an answer: `position` tells, from 0, for which of the caller's rows it is. */
export type Positioned<Row> = Row & { position: number }

/** Asks one statement for several rows; see `Tx.queryEach`. */
export type QueryEach = <Row extends object = object>(text: string, rows: unknown[][]) => Promise<Positioned<Row>[]>

type Share = { from: number; to: number; resolve(rows: Positioned<object>[]): void; reject(error: Error): void }
type Group = { text: string; rows: unknown[][]; shares: Share[] }

export type Gathering = {
  /** One course of work in the transaction: what it asks keeps its order, whatever its siblings ask meanwhile. */
  strand(): QueryEach
  /** Sends what was gathered so far. */
  send(): void
  /** The transaction failed: what waits is dropped, what comes is refused. Nothing may reach the connection after its rollback. */
  end(error: Error): void
}

/** The values of rows, one list per column: what `unnest` takes. */
const columnsOf = (rows: unknown[][]): unknown[][] => rows[0]!.map((_, column) => rows.map((row) => row[column]))

/** Gives each share of an execution its part of the answer. Statements that answer nothing need no `position`. */
const distribute = (answer: Positioned<object>[], shares: Share[]): void => {
  if (shares.length > 1) answer.sort((a, b) => a.position - b.position)
  let next = 0
  for (const { from, to, resolve } of shares) {
    const part: Positioned<object>[] = []
    for (; next < answer.length && answer[next]!.position <= to; next++) {
      const row = answer[next]!
      row.position -= from + 1
      part.push(row)
    }
    resolve(part)
  }
}

/**
 * Lets the strands of one transaction share their statements: what several ask for within one turn of the event loop is executed once, for all
 * their rows (a statement for twenty rows costs little more than for one). No strand's own statements change their order: one that asks for
 * something earlier in the row makes everything leave first.
 */
export const createGathering = (client: pg.ClientBase, tenantId: string): Gathering => {
  let groups: Group[] = []
  let round = 0
  let planned = false
  let ended: Error | null = null

  const launch = ({ text, rows, shares }: Group): void => {
    client.query<Positioned<object>>(text, [tenantId, ...columnsOf(rows)]).then(
      (result) => distribute(result.rows, shares),
      (error: Error) => {
        for (const share of shares) share.reject(error)
      },
    )
  }
  const send = (): void => {
    if (groups.length === 0) return
    const leaving = groups
    groups = []
    round += 1
    for (const group of leaving) launch(group)
  }
  /** After the other strands that the same answer woke have asked, too. */
  const sendSoon = (): void => {
    if (planned) return
    planned = true
    process.nextTick(() => {
      planned = false
      send()
    })
  }
  const place = (text: string, notBefore: number): number => {
    const known = groups.findIndex((group) => group.text === text)
    if (known >= notBefore) return known
    if (known >= 0) send()
    groups.push({ text, rows: [], shares: [] })
    return groups.length - 1
  }

  return {
    send,
    end: (error) => {
      ended = error
      for (const share of groups.flatMap((group) => group.shares)) share.reject(error)
      groups = []
    },
    strand: () => {
      let lastRound = -1
      let last = 0
      return <Row extends object>(text: string, rows: unknown[][]) => {
        if (ended) return Promise.reject(ended)
        if (rows.length === 0) return Promise.resolve([])
        return new Promise<Positioned<Row>[]>((resolve, reject) => {
          last = place(text, lastRound === round ? last : 0)
          lastRound = round
          const group = groups[last]!
          const from = group.rows.length
          group.rows.push(...rows)
          group.shares.push({ from, to: group.rows.length, resolve: resolve as Share['resolve'], reject })
          sendSoon()
        })
      }
    },
  }
}
