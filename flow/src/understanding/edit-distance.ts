/**
 * How many letters have to be added, dropped, changed or swapped with their neighbour to make one word of the other (optimal string alignment).
 * Answers `most + 1` as soon as it is certain to be more than `most`; only what is at most that far from the diagonal is looked at.
 */
export const editDistance = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  if (one === other) return 0
  const rows: Rows = { here: [], last: [], before: [], far: most + 1 }
  for (let column = 0; column <= Math.min(most, other.length); column++) rows.last[column] = column
  for (let row = 1; row <= one.length; row++) {
    rows.here = []
    const from = Math.max(0, row - most)
    const to = Math.min(other.length, row + most)
    let least = rows.far
    for (let column = from; column <= to; column++) {
      const cost = column === 0 ? row : cheapest(one, other, row, column, rows)
      rows.here[column] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    rows.before = rows.last
    rows.last = rows.here
  }
  return Math.min(rows.last[other.length] ?? rows.far, rows.far)
}

type Rows = { here: number[]; last: number[]; before: number[]; far: number }

const cheapest = (one: string, other: string, row: number, column: number, { here, last, before, far }: Rows): number => {
  const same = one.charCodeAt(row - 1) === other.charCodeAt(column - 1)
  const plain = Math.min((last[column] ?? far) + 1, (here[column - 1] ?? far) + 1, (last[column - 1] ?? far) + (same ? 0 : 1))
  const isSwapped =
    row > 1 && column > 1 && one.charCodeAt(row - 1) === other.charCodeAt(column - 2) && one.charCodeAt(row - 2) === other.charCodeAt(column - 1)
  return isSwapped ? Math.min(plain, (before[column - 2] ?? far) + 1) : plain
}
