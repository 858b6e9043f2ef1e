import assert from 'node:assert/strict'
import { test } from 'node:test'
import { restIn } from './usage.ts'

const app = (usage: unknown) => ({ 'x-app-usage': JSON.stringify(usage) })
const business = (usage: unknown) => ({ 'x-business-use-case-usage': JSON.stringify({ '100000000000001': [usage] }) })

const cases: [name: string, headers: Record<string, string>, seconds: number | null][] = [
  ['nothing told', {}, null],
  ['enough left', app({ call_count: 79, total_time: 12, total_cputime: 3 }), null],
  ['most calls made', app({ call_count: 80, total_time: 12, total_cputime: 3 }), 3],
  ['most of the time used, told as text', app({ call_count: 1, total_time: '95.5' }), 51],
  ['an account of the business', business({ type: 'messenger', call_count: 100, estimated_time_to_regain_access: 0 }), 63],
  ['minutes until calls are taken again', business({ call_count: 100, estimated_time_to_regain_access: 7 }), 420],
  ['absurd minutes', business({ call_count: 100, estimated_time_to_regain_access: 1e9 }), 3600],
  ['no JSON', { 'x-app-usage': '{', 'x-business-use-case-usage': '[]' }, null],
  ['another shape', business(null), null],
]
for (const [name, headers, seconds] of cases) test(`${name}: ${seconds ?? 'no'} rest`, () => assert.equal(restIn(headers), seconds))
