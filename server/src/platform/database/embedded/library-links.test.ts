import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { programsIn } from './installed-programs.ts'
import type { Programs } from './installed-programs.ts'
import { linkInto, repairLinks } from './library-links.ts'

let folder = ''
let programs: Programs

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chasqui-links-'))
  programs = programsIn(join(folder, 'package', 'native'), '18.4')
  mkdirSync(join(programs.root, 'lib'), { recursive: true })
  writeFileSync(join(programs.root, 'lib', 'libthing.so.60.2'), 'library')
  const links = ['libthing.so', 'libthing.so.60'].map((name) => ({ source: 'native/lib/libthing.so.60.2', target: `native/lib/${name}` }))
  writeFileSync(join(programs.root, 'pg-symlinks.json'), JSON.stringify(links))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the links of the libraries', () => {
  test('are made when missing, and a second repair has nothing to do', () => {
    assert.equal(repairLinks(programs), 2)
    assert.equal(readFileSync(join(programs.root, 'lib', 'libthing.so'), 'utf8'), 'library')
    assert.equal(repairLinks(programs), 0)
  })

  test('stay right when the packages are moved', () => {
    repairLinks(programs)
    assert.equal(readlinkSync(join(programs.root, 'lib', 'libthing.so.60')), 'libthing.so.60.2')
  })

  test('can stand in a folder of their own, and follow packages that moved', () => {
    const links = join(folder, 'links')
    linkInto(links, programs)
    linkInto(links, programs)
    assert.equal(readFileSync(join(links, 'libthing.so.60'), 'utf8'), 'library')
  })

  test('are not needed where a package has no list (Windows)', () => {
    rmSync(join(programs.root, 'pg-symlinks.json'))
    assert.equal(repairLinks(programs), 0)
  })
})
