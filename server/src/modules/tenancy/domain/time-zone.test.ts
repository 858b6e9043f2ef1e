import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTimeZone } from '@chasqui/contracts'

for (const zone of ['America/Argentina/Buenos_Aires', 'America/Buenos_Aires', 'Europe/Madrid', 'America/Port-au-Prince', 'Etc/GMT+3', 'UTC']) {
  test(`${zone} is a zone`, () => assert.equal(isTimeZone(zone), true))
}

for (const text of ['', 'Buenos Aires', '+03:00', 'GMT+3', 'EST', 'Mars/Olympus', 'america/lima', 'Europe/Madrid\n', `America/${'x'.repeat(60)}`]) {
  test(`${JSON.stringify(text)} is none`, () => assert.equal(isTimeZone(text), false))
}
