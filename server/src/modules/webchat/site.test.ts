import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { fastify, type FastifyInstance } from 'fastify'
import { openSite } from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'chasqui-widget-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const scriptFile = join(folder, 'widget.js')
writeFileSync(scriptFile, 'console.log("hola")')

const siteWith = async (file: string): Promise<FastifyInstance> => {
  const app = fastify()
  await app.register(openSite({ scriptFile: file, chat: async () => null }))
  return app
}

test('any page may load the script, packed where the browser takes that, and asks again without fetching it again', async () => {
  const app = await siteWith(scriptFile)
  const packed = await app.inject({ url: '/widget.js', headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(gunzipSync(packed.rawPayload).toString(), 'console.log("hola")')
  const plain = await app.inject('/widget.js')
  assert.equal(plain.body, 'console.log("hola")')
  const { etag, vary } = plain.headers
  assert.deepEqual([packed.headers.etag, vary], [etag, 'Accept-Encoding'])
  assert.deepEqual([plain.headers['access-control-allow-origin'], plain.headers['cross-origin-resource-policy']], ['*', 'cross-origin'])
  const again = await app.inject({ url: '/widget.js', headers: { 'if-none-match': `W/${String(etag)}` } })
  assert.deepEqual([again.statusCode, again.body], [304, ''])
})

test('a widget that was not built is said so, and a chat that is not there has no page', async () => {
  const app = await siteWith(join(folder, 'nothing.js'))
  const codeOf = async (url: string) => (await app.inject(url)).json<{ code: string }>().code
  assert.deepEqual([await codeOf('/widget.js'), await codeOf('/w/nobody')], ['webchat.not_built', 'not_found'])
})
