import { openConnection, type Connection } from './connection.ts'
import { requestBytes, type LoadShape } from './kilobyte-webhook.ts'
import { timesOf, type Times } from './percentiles.ts'

/**
 * The load, in a process of its own: `node load.ts '<json of LoadOrder>'` prints one JSON line, a LoadResult. Requests are made and signed before the
 * clock starts. Without a rate each connection posts as soon as it was answered; with one, requests leave at their time whatever the answers do.
 */
export type LoadOrder = LoadShape & { connections: number; perSecond: number | null }
export type LoadResult = {
  seconds: number
  perSecond: number
  answers: Record<string, number>
  times: Times
  /** When each request left or should have left, in milliseconds since the epoch. */ sentAt: number[]
}

const now = () => performance.timeOrigin + performance.now()

const asFastAsPossible = (
  connections: Connection[],
  requests: Buffer[],
  onSent: (n: number) => void,
  onAnswer: (n: number, status: number) => void,
): Promise<void> => {
  let next = 0
  const work = (connection: Connection): Promise<void> =>
    new Promise((resolve) => {
      const step = () => {
        const n = next++
        const request = requests[n]
        if (!request) return resolve()
        onSent(n)
        connection.post(request, (status) => {
          onAnswer(n, status)
          step()
        })
      }
      step()
    })
  return Promise.all(connections.map(work)).then(() => {})
}

const atRate = (
  connections: Connection[],
  requests: Buffer[],
  perSecond: number,
  onSent: (n: number, at: number) => void,
  onAnswer: (n: number, status: number) => void,
): Promise<void> =>
  new Promise((resolve) => {
    const startedAt = now()
    const free = [...connections]
    let [next, answered] = [0, 0]
    const step = () => {
      while (next < requests.length && free.length > 0 && startedAt + (next * 1000) / perSecond <= now()) {
        const n = next++
        const connection = free.pop()!
        onSent(n, startedAt + (n * 1000) / perSecond)
        connection.post(requests[n]!, (status) => {
          free.push(connection)
          onAnswer(n, status)
          if (++answered < requests.length) return
          clearInterval(timer)
          resolve()
        })
      }
    }
    const timer = setInterval(step, 1)
  })

const run = async (order: LoadOrder): Promise<LoadResult> => {
  const requests = Array.from({ length: order.count }, (_, index) => requestBytes(order, order.first + index))
  const connections = await Promise.all(Array.from({ length: order.connections }, () => openConnection(order.url)))
  const sentAt: number[] = []
  const took: number[] = []
  const answers: Record<string, number> = {}
  const onSent = (n: number, at = now()) => void (sentAt[n] = at)
  const onAnswer = (n: number, status: number) => {
    took.push(now() - sentAt[n]!)
    answers[status] = (answers[status] ?? 0) + 1
  }
  const startedAt = now()
  await (order.perSecond === null
    ? asFastAsPossible(connections, requests, onSent, onAnswer)
    : atRate(connections, requests, order.perSecond, onSent, onAnswer))
  const seconds = (now() - startedAt) / 1000
  for (const connection of connections) connection.close()
  return { seconds, perSecond: order.count / seconds, answers, times: timesOf(took), sentAt }
}

process.stdout.write(`${JSON.stringify(await run(JSON.parse(process.argv[2]!) as LoadOrder))}\n`)
