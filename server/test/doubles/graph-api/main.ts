import { parseArgs } from 'node:util'
import { startGraphApi } from './server.ts'

/**
 * The stand-in as its own process: `node server/test/doubles/graph-api/main.ts --port 4010`. Prints one JSON line `{"url": …}` when it listens.
 * `--callback URL --app-secret S` reports statuses there (with `--duplicate 0.05 --reorder` badly), `--lost-answers 0.02` cuts connections,
 * `--keep summary` leaves message bodies out. Everything can also be set later through `/__control`.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    'access-token': { type: 'string' },
    keep: { type: 'string', default: 'all' },
    callback: { type: 'string' },
    'app-secret': { type: 'string', default: '' },
    duplicate: { type: 'string', default: '0' },
    reorder: { type: 'boolean', default: false },
    latency: { type: 'string', default: '0' },
    'lost-answers': { type: 'string', default: '0' },
    seed: { type: 'string', default: '7' },
  },
})

const callback = values.callback && {
  '*': { url: values.callback, appSecret: values['app-secret'], duplicate: Number(values.duplicate), reorder: values.reorder },
}
const api = await startGraphApi({
  port: Number(values.port),
  host: values.host,
  keep: values.keep === 'summary' ? 'summary' : 'all',
  seed: Number(values.seed),
  ...(values['access-token'] !== undefined && { accessToken: values['access-token'] }),
  ...(callback && { callbacks: callback }),
  faults: { latencyMs: Number(values.latency), lostAnswers: Number(values['lost-answers']) },
})
process.stdout.write(`${JSON.stringify({ url: api.url })}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void api.close().then(() => process.exit(0)))
