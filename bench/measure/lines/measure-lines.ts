import { measureEngineLines, type EngineLines } from './engine-lines.ts'
import { measureProductLines, type ProductLines } from './product-lines.ts'

export type LinesTimes = {
  lines: number
  engine: EngineLines
  product: ProductLines
  /** MiB of each further line, and lines that one process of 1 GiB holds. */
  eachMiB: number
  perGiB: number
  /** What people's screens wait for while lines open, by what they wait for else. */
  ratio: { p50: number; p99: number }
}

const perGiBOf = ({ first, all }: EngineLines, lines: number): { eachMiB: number; perGiB: number } => {
  const eachMiB = (all.resident - first.resident) / (lines - 1)
  return { eachMiB, perGiB: Math.floor((1024 - first.resident) / eachMiB) + 1 }
}

/** Numbers linked by QR that say nothing: in one process of the engine, then in the running product. */
export const measureLines = async (lines: number, tell: (line: string) => void): Promise<LinesTimes> => {
  const engine = await measureEngineLines(lines, tell)
  tell(engineTable(engine, lines))
  const product = await measureProductLines(lines, tell)
  const { idle, reopening } = product
  const ratio = { p50: reopening.times.p50 / idle.times.p50, p99: reopening.times.p99 / idle.times.p99 }
  return { lines, engine, product, ...perGiBOf(engine, lines), ratio }
}

const memory = ({ resident, collected }: EngineLines['first']): string => `${resident.toFixed(0)} MiB, ${collected.toFixed(0)} after a collection`
const reading = ({ calls, times: { p50, p99, max } }: ProductLines['idle']): string =>
  `p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms   max ${max.toFixed(0)} ms   ${calls} calls`

const engineTable = (engine: EngineLines, lines: number): string => {
  const { eachMiB, perGiB } = perGiBOf(engine, lines)
  return [
    `${lines} lines of linked numbers in one process of the engine, on the sandbox`,
    `  all open                             ${engine.openedSeconds.toFixed(1)} s`,
    `  all open again after a kill          ${engine.reopenedSeconds.toFixed(1)} s, ${engine.openingAtOnce} at once at most`,
    `  memory with the first                ${memory(engine.first)}`,
    `  memory with all, saying nothing      ${memory(engine.all)}`,
    `  each further line                    ${eachMiB.toFixed(2)} MiB`,
    `  lines that fit a GiB                 ${perGiB} (goal 250)`,
    `  fell with one whose code failed      ${engine.fellWithOne} (goal 0)`,
  ].join('\n')
}

/** What was not told yet: the engine's part is told as soon as it is known. */
export const linesTable = ({ product, ratio }: LinesTimes): string =>
  [
    `the same lines in the running product`,
    `  all open                             ${product.startedSeconds.toFixed(1)} s`,
    `  all open again after a kill          ${product.reopenedSeconds.toFixed(1)} s, ${product.openingAtOnce} at once at most`,
    `  people read, lines saying nothing    ${reading(product.idle)}`,
    `  people read while all open again     ${reading(product.reopening)}`,
    `  ratio                                p50 ${ratio.p50.toFixed(2)}   p99 ${ratio.p99.toFixed(2)} (goal p99 2)`,
  ].join('\n')
