import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { fastify, type FastifyInstance } from 'fastify'
import { panelAddress, readScripts, type Scripts } from './scripts.ts'
import { openSite } from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'chasqui-widget-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'widget.js'), 'console.log("hola")')
writeFileSync(join(folder, 'panel.js'), 'export const panel = 1')

const siteWith = async (scripts: Scripts): Promise<FastifyInstance> => {
  const app = fastify()
  await app.register(openSite({ chat: async () => null }, scripts))
  return app
}

test('any page may load the script, packed where the browser takes that, and asks again without fetching it again', async () => {
  const app = await siteWith(readScripts(folder))
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

test('the panel is kept by browsers for as long as it is the same, and an address of an earlier one still finds the newest', async () => {
  const scripts = readScripts(folder)
  const app = await siteWith(scripts)
  const cached = async (url: string) => {
    const answer = await app.inject(url)
    return [answer.statusCode, answer.body, String(answer.headers['cache-control']).split(', ')[1]]
  }
  assert.deepEqual(await cached(panelAddress(scripts)), [200, 'export const panel = 1', 'max-age=31536000'])
  assert.deepEqual(await cached('/widget-panel.js?v=earlier'), [200, 'export const panel = 1', 'max-age=300'])
  assert.deepEqual(await cached('/widget-panel.js?v=earlier&v=twice'), [200, 'export const panel = 1', 'max-age=300'])
})

test('a widget that was not built is said so, and a chat that is not there has no page', async () => {
  const app = await siteWith(readScripts(join(folder, 'nothing')))
  const codeOf = async (url: string) => (await app.inject(url)).json<{ code: string }>().code
  assert.deepEqual([await codeOf('/widget.js'), await codeOf('/w/nobody')], ['webchat.not_built', 'not_found'])
})
