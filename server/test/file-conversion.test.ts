import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { createConverter } from '../src/adapters/files/conversion/index.ts'
import { findFfmpeg } from '../src/adapters/files/conversion/ffmpeg.ts'
import { pagesOf } from '../src/adapters/files/conversion/pdf.ts'
import { refusalOf } from '../src/modules/files/domain/refusal.ts'
import { rangeOf } from '../src/modules/files/domain/range.ts'
import { keyOf, recipeFor, recipeOf } from '../src/modules/files/domain/recipe.ts'
import { safeName, sniff } from '../src/modules/files/kinds.ts'
import { document, picture, recording } from './kit/media.ts'

const folder = mkdtempSync(join(tmpdir(), 'chasqui-ffmpeg-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A program that notes how it was called and does what the script says; `$last` is where the result belongs. */
const program = (name: string, script: string) => {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n[ "$2" = -version ] && exit 0\necho "$@" > ${join(folder, 'called')}\nfor last; do :; done\n${script}\n`)
  chmodSync(path, 0o700)
  return findFfmpeg(path)
}
const unconvertible = (code: string) => (error: unknown) =>
  (error as { name: string; code: string }).name === 'Unconvertible' && (error as { code: string }).code === code

describe('with ffmpeg on the machine', () => {
  test('a video becomes an MP4; the program reads its own file alone', async () => {
    const converter = createConverter(program('good', 'printf made > "$last"'))
    assert.equal(converter.objection({ to: 'video', bytes: 100 }, 'video/webm'), null)
    const made = await converter.make({ to: 'video', bytes: 100 }, Buffer.from('video'), 'video/webm')
    assert.deepEqual([String(Buffer.from(made.bytes)), made.mime], ['made', 'video/mp4'])
    const called = readFileSync(join(folder, 'called'), 'utf8')
    assert.match(called, /-nostdin .*-protocol_whitelist file .*-c:v libx264 .*\.mp4$/m)
    const sound = await converter.make({ to: 'voice' }, Buffer.from('aac'), 'audio/mp4')
    assert.equal(sound.mime, 'audio/ogg; codecs=opus')
  })

  test('what it cannot read, or makes too large, is told as such and not tried for ever', async () => {
    const bad = createConverter(program('bad', 'exit 1'))
    await assert.rejects(bad.make({ to: 'video', bytes: 100 }, Buffer.from('x'), 'video/webm'), unconvertible('file.not_convertible'))
    const large = createConverter(program('large', 'printf 12345 > "$last"'))
    await assert.rejects(large.make({ to: 'video', bytes: 4 }, Buffer.from('x'), 'video/webm'), unconvertible('file.not_convertible'))
  })

  test('a video is shown by a still of it', async () => {
    const still = join(folder, 'still.jpg')
    writeFileSync(still, await picture('jpeg'))
    const converter = createConverter(program('still', `cp ${still} "$last"`))
    const look = await converter.look(await recording(1), 'video/webm')
    assert.ok(look.thumbnail)
    assert.ok(Math.abs(look.seconds! - 1) < 0.1)
  })
})

test('without it voice notes and pictures are made all the same, video and other sound are refused before anything is begun', async () => {
  const converter = createConverter(null)
  assert.equal(findFfmpeg(join(folder, 'not-there')), null)
  assert.equal(converter.objection({ to: 'voice' }, 'audio/webm'), null)
  assert.equal(converter.objection({ to: 'voice' }, 'audio/mp4')?.code, 'file.voice_not_convertible')
  assert.equal(converter.objection({ to: 'video', bytes: 1 }, 'video/webm')?.code, 'file.video_not_convertible')
  const jpeg = await converter.make({ to: 'image', bytes: 120_000 }, await picture('png', 900, 900), 'image/png')
  assert.ok(jpeg.bytes.byteLength <= 120_000)
  await assert.rejects(
    converter.make({ to: 'image', bytes: 30_000 }, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'), 'image/png'),
    unconvertible('file.not_convertible'),
  )
})

test('pages are those of the whole document, and of no part of it', () => {
  assert.equal(pagesOf(document(3)), 3)
  assert.equal(pagesOf(Buffer.from('%PDF-1.5\n<</Type/Pages/Count 2/Parent 9 0 R>>\n<</Count 7/Kids[1 0 R]/Type /Pages>>')), 7)
  assert.equal(pagesOf(Buffer.from('%PDF-1.7 packed')), undefined)
  assert.equal(pagesOf(Buffer.from('hello /Type /Pages /Count 3')), undefined)
  assert.equal(pagesOf(Buffer.from(`%PDF-1.4 ${'<</Type /Pages '.repeat(100_000)}`)), undefined)
})

test('whatever range is asked, what is answered lies within the file', () => {
  fc.assert(
    fc.property(fc.option(fc.nat(50)), fc.option(fc.nat(50)), fc.nat(40), (from, to, size) => {
      const range = rangeOf(`bytes=${from ?? ''}-${to ?? ''}`, size)
      if (typeof range === 'string') return true
      return range.start >= 0 && range.start <= range.end && range.end < size
    }),
  )
  for (const odd of [undefined, '', 'bytes=', 'bytes=-', 'bytes=1-2,4-5', 'items=1-2', 'bytes=5-2']) assert.equal(rangeOf(odd, 10), 'whole', odd)
})

test('a recipe is known again by its key; what fits is left as it is', () => {
  for (const recipe of [{ to: 'voice' }, { to: 'image', bytes: 5 }, { to: 'video', bytes: 7 }] as const) assert.deepEqual(recipeOf(keyOf(recipe)), recipe)
  for (const odd of ['', 'image', 'image x', 'paint 5']) assert.equal(recipeOf(odd), null)
  const rule = { bytes: 10, mimes: ['image/jpeg'] }
  assert.equal(recipeFor({ mime: 'image/jpeg', size: 10 }, 'image', rule), null)
  assert.deepEqual(recipeFor({ mime: 'image/webp', size: 1 }, 'image', rule), { to: 'image', bytes: 10 })
  assert.deepEqual(recipeFor({ mime: 'audio/webm', size: 1 }, 'audio', { bytes: 10, mimes: ['audio/ogg'] }), { to: 'voice' })
  assert.equal(recipeFor({ mime: 'text/plain', size: 1 }, 'image', rule), null)
  assert.equal(recipeFor({ mime: 'application/pdf', size: 99 }, 'document', { bytes: 10, mimes: [] }), null)
})

test('no bytes, claim or name make sniffing or refusing fail, and no name leaves its folder', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string()), fc.string({ unit: 'grapheme' }), async (head, claimed, given) => {
      const { mime, recognised } = await sniff(head, claimed)
      const name = safeName(given, 'file')
      refusalOf({ name, claimed, mime, recognised, head })
      assert.ok(name.length > 0 && name.length <= 200 && !/[\\/\u0000-\u001f\u202e]/.test(name) && name.isWellFormed())
      assert.match(mime, /^[a-z0-9.+-]+\/[^\n]+$/)
      assert.doesNotMatch(mime, /html|svg|javascript/)
    }),
    { numRuns: 300 },
  )
})
