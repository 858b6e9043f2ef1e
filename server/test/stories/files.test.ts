import assert from 'node:assert/strict'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import sharp from 'sharp'
import { conversationRoutes, fileRoutes, type Problem, type StoredFile } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { document, picture, recording } from '../kit/media.ts'
import type { RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

let the: RunningProduct
let number: Number
before(async () => {
  ;({ the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api)
})

/** Time passes; who works with the product signs in again. */
const pass = async (ms: number) => {
  await the.clock.advance(ms)
  await the.idle()
  the.owner = await the.signIn(the.owner.email)
}
const read = (id: string) => the.owner.api.ask(fileRoutes.read, { params: { id } })
const open = (url: string, headers: Record<string, string> = {}) => fetch(`${the.url}${url}`, { headers })
const onDisk = () => {
  const folder = join(the.dataDir, 'files')
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, String(name))).isFile()).length : 0
}
const refused = async (name: string, type: string, bytes: Uint8Array | string) => {
  await the.idle()
  const before = onDisk()
  const { status, body } = await upload<Problem>(the.owner.api, { bytes, type, name })
  assert.equal(onDisk(), before)
  return [status, body.code]
}

describe('an upload', () => {
  test('is known by its bytes, its name is made safe, its hash is its content', async () => {
    const bytes = await picture('webp')
    const { status, body } = await upload(the.owner.api, { bytes, type: 'image/png', name: '..\\..\\etc/foto\u202Egnp.png' })
    assert.equal(status, 201)
    assert.deepEqual([body.mime, body.name, body.size, body.state], ['image/webp', 'fotognp.png', bytes.byteLength, 'stored'])
    const { rows } = await the.admin.query<{ good: boolean }>('select sha256 = sha256($2::bytea) as good from files.file where id = $1', [body.id, bytes])
    assert.equal(rows[0]!.good, true)
  })

  test('with the same key again is the file that is there; with another content it is refused', async () => {
    const first = await upload(the.owner.api, { bytes: 'hola', type: 'text/plain', name: 'a.txt', key: 'once' })
    // Small pictures of earlier files come in their own time.
    await the.idle()
    const before = onDisk()
    const again = await upload(the.owner.api, { bytes: 'hola', type: 'text/plain', name: 'a.txt', key: 'once' })
    assert.deepEqual([again.status, again.body.id, onDisk()], [201, first.body.id, before])
    const other = await upload<Problem>(the.owner.api, { bytes: 'chau', type: 'text/plain', name: 'a.txt', key: 'once' })
    assert.deepEqual([other.status, other.body.code, onDisk()], [422, 'idempotency.mismatch', before])
    const mates = await the.addMember(the.owner.tenantId, 'agent')
    const theirs = await upload(mates.api, { bytes: 'chau', type: 'text/plain', name: 'a.txt', key: 'once' })
    assert.equal(theirs.status, 201)
  })

  test('has the limit of what it is: 10 MB of picture, 16 of sound and video, 100 of all else', async () => {
    const png = Buffer.concat([await picture('png'), Buffer.alloc(10_000_000)])
    assert.deepEqual(await refused('x.png', 'image/png', png), [413, 'file.too_large'])
    assert.deepEqual(await refused('x.webm', 'audio/webm', Buffer.concat([await recording(1), Buffer.alloc(16_000_000)])), [413, 'file.too_large'])
    assert.deepEqual(await refused('x.bin', 'application/octet-stream', Buffer.alloc(100_000_001, 1)), [413, 'file.too_large'])
    assert.deepEqual(await refused('x.txt', 'text/plain', ''), [422, 'file.empty'])
    assert.equal((await upload(the.owner.api, { bytes: Buffer.alloc(17_000_000, 97), type: 'text/plain', name: 'large.txt' })).status, 201)
  })

  test('is no program, whatever it is called', async () => {
    const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
    const elf = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)])
    for (const [name, type, bytes] of [
      ['factura.pdf', 'application/pdf', exe],
      ['foto.jpg', 'image/jpeg', elf],
      ['a.txt', 'text/plain', '#!/bin/sh\nrm -rf /'],
      ['factura.pdf.exe', 'application/octet-stream', 'anything'],
      ['factura.SCR ', '', 'anything'],
      ['run.ps1', 'text/plain', 'Get-Process'],
      ['page.hta', 'text/html', '<script>1</script>'],
    ] as const)
      assert.deepEqual(await refused(name, type, bytes), [415, 'file.executable'], name)
  })

  test('is what it says it is', async () => {
    const pdf = document(1)
    for (const [name, type, bytes] of [
      ['foto.png', 'image/png', pdf],
      ['foto.jpg', '', 'just words'],
      ['hola', 'image/jpeg', '<html><script>alert(1)</script>'],
      ['nota.ogg', 'audio/ogg', await picture('png')],
      ['doc.pdf', 'application/pdf', '<html><script>alert(1)</script>'],
    ] as const)
      assert.deepEqual(await refused(name, type, bytes), [422, 'file.type_mismatch'], name)
    // A picture of another kind than its ending is a picture all the same.
    assert.equal((await upload(the.owner.api, { bytes: await picture('jpeg'), type: 'image/png', name: 'x.png' })).body.mime, 'image/jpeg')
  })

  test('that breaks off leaves nothing', async () => {
    await the.idle()
    const before = onDisk()
    const body = Buffer.concat([
      Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n'),
      Buffer.alloc(400_000, 97),
    ])
    const reply = await the.owner.api.send('POST', '/api/files', body, { 'content-type': 'multipart/form-data; boundary=x' })
    assert.deepEqual([reply.status, reply.body.code, onDisk()], [400, 'file.malformed', before])
  })

  test('is refused when the storage of the organisation is used up, and its bytes do not stay', async () => {
    const full = await the.addTenant('Llena')
    await the.admin.query('update tenancy.tenant set storage_limit = 100 where tenant_id = $1', [full.tenantId])
    const before = onDisk()
    const reply = await upload<Problem>(full.api, { bytes: 'x'.repeat(200), type: 'text/plain', name: 'a.txt' })
    assert.deepEqual([reply.status, reply.body.code, onDisk()], [409, 'limit.storage', before])
  })
})

describe('an address', () => {
  let file: StoredFile
  before(async () => {
    file = (await upload(the.owner.api, { bytes: '0123456789', type: 'text/plain', name: 'diez años.txt' })).body
  })

  test('shows the bytes, in part where asked, and not again what the browser has', async () => {
    const whole = await open(file.url)
    assert.deepEqual([whole.status, await whole.text(), whole.headers.get('accept-ranges')], [200, '0123456789', 'bytes'])
    assert.match(whole.headers.get('cache-control')!, /private/)
    const tag = whole.headers.get('etag')!
    const part = await open(file.url, { range: 'bytes=2-4' })
    assert.deepEqual([part.status, await part.text(), part.headers.get('content-range'), part.headers.get('content-length')], [206, '234', 'bytes 2-4/10', '3'])
    assert.equal(await (await open(file.url, { range: 'bytes=-3' })).text(), '789')
    assert.equal(await (await open(file.url, { range: 'bytes=8-' })).text(), '89')
    assert.equal((await open(file.url, { range: 'bytes=2-4', 'if-range': '"another"' })).status, 200)
    const beyond = await open(file.url, { range: 'bytes=10-' })
    assert.deepEqual([beyond.status, beyond.headers.get('content-range')], [416, 'bytes */10'])
    assert.equal((await open(file.url, { 'if-none-match': tag })).status, 304)
  })

  test('is of one file of one tenant, and ends', async () => {
    const other = await the.addTenant('Otra')
    const theirs = (await upload(other.api, { bytes: 'theirs', type: 'text/plain', name: 'b.txt' })).body
    const token = new URL(file.url, the.url).searchParams.get('t')!
    const strange = [
      `/api/files/${theirs.id}/content?t=${token}`,
      `/api/files/${file.id}/content?t=${token.slice(0, -2)}xx`,
      `/api/files/${file.id}/content?t=x`,
      `${file.url}&small=1`,
    ]
    for (const url of strange) assert.equal((await open(url)).status, 404, url)
    await pass(3 * 3_600_000)
    assert.equal((await open(file.url)).status, 404)
    assert.equal((await open((await read(file.id)).url)).status, 200)
  })

  test('runs nothing of what a customer sends', async () => {
    const gif = Buffer.concat([await picture('gif'), Buffer.from('/*<html><script>alert(1)</script>*/')])
    for (const [name, type, bytes, inline] of [
      ['a.html', 'text/html', '<!doctype html><script>alert(1)</script>', false],
      ['a.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', false],
      ['b.svg', 'image/svg+xml', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', false],
      ['a.xml', 'application/xhtml+xml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>', false],
      ['a.pdf', 'application/pdf', document(1, '/OpenAction <</S /JavaScript /JS (app.alert(1))>>'), false],
      ['b.txt', 'text/plain', '<script>alert(1)</script>', false],
      ['a.gif', 'image/gif', gif, true],
    ] as const) {
      const sent = await upload(the.owner.api, { bytes, type, name })
      assert.equal(sent.status, 201, `${name}: ${sent.text}`)
      const { headers } = await open(sent.body.url)
      assert.equal(headers.get('content-type'), inline ? type : name === 'a.pdf' ? 'application/pdf' : 'application/octet-stream', name)
      assert.match(headers.get('content-disposition')!, inline ? /^inline;/ : /^attachment;/, name)
      assert.match(headers.get('content-security-policy')!, /^default-src 'none'; sandbox$/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.match((await open(`${sent.body.url}&download=1`)).headers.get('content-disposition')!, /^attachment;/)
    }
    const named = await open(`${(await read(file.id)).url}&download=1`)
    assert.equal(named.headers.get('content-disposition'), `attachment; filename="diez anos.txt"; filename*=UTF-8''diez%20a%C3%B1os.txt`)
  })
})

describe('looking into files', () => {
  test('pictures get a small one and their size, as they are held', async () => {
    const lying = await sharp(await picture('jpeg', 900, 600))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { body } = await upload(the.owner.api, { bytes: lying, type: 'image/jpeg', name: 'foto.jpg' })
    await the.idle()
    const { look } = await read(body.id)
    assert.deepEqual([look.width, look.height], [600, 900])
    const small = await open(look.thumbnailUrl!)
    const facts = await sharp(Buffer.from(await small.arrayBuffer())).metadata()
    assert.deepEqual([small.headers.get('content-type'), facts.format, facts.width, facts.height], ['image/webp', 'webp', 320, 480])
  })

  test('documents tell their pages; what cannot be read is kept all the same and disturbs nothing', async () => {
    const pdf = (await upload(the.owner.api, { bytes: document(12), type: 'application/pdf', name: 'doce.pdf' })).body
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const huge = (await upload(the.owner.api, { bytes: bomb, type: 'image/png', name: 'bomba.png' })).body
    const broken = (await upload(the.owner.api, { bytes: (await picture('png')).subarray(0, 60), type: 'image/png', name: 'rota.png' })).body
    await the.idle()
    assert.deepEqual((await read(pdf.id)).look, { pages: 12 })
    assert.deepEqual([(await read(huge.id)).look, (await read(broken.id)).look], [{}, {}])
    const { rows } = await the.admin.query(`select 1 from platform.dead_letter where queue = 'files'`)
    assert.equal(rows.length, 0)
  })
})

describe('on a channel', () => {
  let id: string
  before(async () => {
    await number.say({ phone: '5491144441111', name: 'Ana' }, 'hola')
    await the.idle()
    id = (await conversationsOf(the.owner.api, number.channelId))[0]!.id
  })
  const say = (type: 'image' | 'video', fileId: string) =>
    the.owner.api.send<Problem & { id: string }>('POST', `/api/conversations/${id}/messages`, {
      content: { type, file: { fileId, state: 'stored', mime: 'x/x', name: null, size: null } },
      takeFloor: true,
    })

  test('a picture that it does not take goes as a JPEG within its limit', async () => {
    const { body } = await upload(the.owner.api, { bytes: await picture('webp', 400, 300), type: 'image/webp', name: 'foto.webp' })
    const sent = await say('image', body.id)
    assert.equal(sent.status, 201, sent.text)
    await the.idle()
    const message = (await threadOf(the.owner.api, id)).find((one) => one.id === sent.body.id)!
    assert.ok(message.content.type === 'image')
    const { file } = message.content
    assert.deepEqual([file.mime, file.name, file.look?.width, file.look?.height, message.status], ['image/jpeg', 'foto.jpg', 400, 300, 'sent'])
    assert.ok(file.look?.thumbnailUrl)
    const heavy = await sharp({ create: { width: 2600, height: 2000, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 80 } } })
      .jpeg({ quality: 96 })
      .toBuffer()
    assert.ok(heavy.byteLength > 5_300_000 && heavy.byteLength < 10_000_000, String(heavy.byteLength))
    const large = await upload(the.owner.api, { bytes: heavy, type: 'image/jpeg', name: 'pesada.jpg' })
    const second = await say('image', large.body.id)
    assert.equal(second.status, 201, second.text)
    await the.idle()
    const light = (await threadOf(the.owner.api, id)).find((one) => one.id === second.body.id)!
    assert.ok(light.content.type === 'image')
    assert.ok(light.content.file.size! > 0 && light.content.file.size! <= 5 * 1024 * 1024)
    assert.equal(light.status, 'sent')
  })

  test('a video that it does not take is refused with the reason where no program converts it', async () => {
    const webm = Buffer.from(await recording(1))
    const { body } = await upload(the.owner.api, { bytes: webm, type: 'video/webm', name: 'v.webm' })
    const sent = await say('video', body.id)
    assert.deepEqual([sent.status, sent.body.code], [422, 'file.video_not_convertible'])
    assert.match(sent.body.detail ?? '', /ffmpeg/)
  })
})

describe('keeping files', () => {
  const night = () => pass(26 * 3_600_000)
  const isThere = async (id: string) => (await the.owner.api.send('GET', `/api/files/${id}`)).status === 200

  test('for so many days lets go of older ones in the night, also from their messages, as one act; photos stay', async () => {
    await number.say({ phone: '5491144442222', name: 'Bea' }, 'hola')
    await the.idle()
    const id = (await conversationsOf(the.owner.api, number.channelId))[0]!.id
    const old = (await upload(the.owner.api, { bytes: await picture('png'), type: 'image/png', name: 'vieja.png' })).body
    const sent = await the.owner.api.ask(conversationRoutes.send, {
      params: { id },
      body: {
        content: { type: 'image', file: { fileId: old.id, state: 'stored', mime: 'image/png', name: null, size: null, providerMediaId: null } },
        takeFloor: true,
      },
    })
    const form = new FormData()
    form.append('file', new Blob([await picture('png')], { type: 'image/png' }), 'yo.png')
    assert.equal((await the.owner.api.send('PUT', '/api/users/me/photo', form)).status < 300, true)
    await the.idle()
    assert.deepEqual(await the.owner.api.ask(fileRoutes.retention), { days: null })
    await night()
    assert.equal(await isThere(old.id), true)
    await the.owner.api.ask(fileRoutes.setRetention, { body: { days: 10 } })
    await pass(9 * 86_400_000)
    await night()
    assert.equal(await isThere(old.id), false)
    const message = (await threadOf(the.owner.api, id)).find((one) => one.id === sent.id)!
    assert.ok(message.content.type === 'image')
    assert.deepEqual([message.content.file.state, message.content.file.failure, message.content.file.url], ['failed', 'file.expired', undefined])
    const { rows } = await the.admin.query<{ photos: number; acts: number }>(
      `select (select count(*)::int from files.file f join identity.membership m on m.photo_file_id = f.id) as photos,
         (select count(*)::int from audit.record where action = 'file.cleaned' and tenant_id = $1) as acts`,
      [the.owner.tenantId],
    )
    assert.deepEqual(rows[0], { photos: 1, acts: 1 })
    await the.owner.api.ask(fileRoutes.setRetention, { body: { days: null } })
  })

  test('what nobody sent goes after a month, what belongs to nothing sooner; bytes without a row too', async () => {
    const draft = (await upload(the.owner.api, { bytes: 'draft', type: 'text/plain', name: 'd.txt' })).body
    await night()
    assert.equal(await isThere(draft.id), true)
    const lost = (await upload(the.owner.api, { bytes: await picture('png'), type: 'image/png', name: 'l.png' })).body
    await the.idle()
    // As a file of earlier times, into which nobody has looked.
    await the.admin.query('update files.file set looked_at = null, width = null, thumbnail_location = null where id = $1', [lost.id])
    await night()
    assert.ok((await read(lost.id)).look.thumbnailUrl)
    // As a customer sent it: what belongs to a conversation stays, and goes with it.
    const sent = (await upload(the.owner.api, { bytes: 'sent', type: 'text/plain', name: 's.txt' })).body
    await the.admin.query('update files.file set created_by = null where id = $1', [sent.id])
    const content = { type: 'document', file: { fileId: sent.id, state: 'stored', mime: 'text/plain', name: 's.txt', size: 4, providerMediaId: null } }
    await the.admin.query(
      `update conversations.message set content = $1 where id = (select id from conversations.message where tenant_id = $2 and direction = 'in' limit 1)`,
      [content, the.owner.tenantId],
    )
    await night()
    assert.equal(await isThere(sent.id), true)
    await the.admin.query('update conversations.message set content = $2 where content #>> $3 = $1', [sent.id, { type: 'text', text: 'x' }, ['file', 'fileId']])
    await night()
    assert.equal(await isThere(sent.id), false)
    const stray = join(the.dataDir, 'files', the.owner.tenantId, 'stray')
    writeFileSync(stray, 'of an upload that was cut off')
    await pass(30 * 86_400_000)
    await night()
    assert.deepEqual([await isThere(draft.id), existsSync(stray)], [false, false])
  })
})
