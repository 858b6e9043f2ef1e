import { Worker } from 'node:worker_threads'
import type { Paper } from './paper.ts'

/** Longer ones are a book: they take too long, and nobody prints them. */
export const mostInPdf = 5000
/** ms after which it is given up. */
const patience = 120_000

const draw = (paper: Paper): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Apart from everything else: laying out pages is work of seconds, during which nobody else would be answered.
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData: paper })
    const timer = setTimeout(() => {
      reject(new Error('the pages took too long'))
      void worker.terminate()
    }, patience)
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the pages were not finished'))
    })
  })

let last: Promise<unknown> = Promise.resolve()

/** The pages, one conversation after the other. */
export const pdfOf = (paper: Paper): Promise<Buffer> => {
  const next = last.then(
    () => draw(paper),
    () => draw(paper),
  )
  last = next.catch(() => undefined)
  return next
}
