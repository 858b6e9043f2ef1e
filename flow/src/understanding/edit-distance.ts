/**
 * How many letters have to be added, dropped, changed or swapped with their neighbour to make one word of the other (optimal string alignment).
 * Answers `most + 1` as soon as it is certain to be more than `most`.
 */
export const editDistance = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const here = [row]
    for (let column = 1; column <= other.length; column++) here.push(cheapest(one, other, row, column, { here, last, before }))
    if (Math.min(...here) > most) return most + 1
    before = last
    last = here
  }
  return last[other.length]!
}

type Rows = { here: number[]; last: number[]; before: number[] }

const cheapest = (one: string, other: string, row: number, column: number, { here, last, before }: Rows): number => {
  const same = one[row - 1] === other[column - 1]
  const plain = Math.min(last[column]! + 1, here[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
  const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
  return swapped ? Math.min(plain, before[column - 2]! + 1) : plain
}
