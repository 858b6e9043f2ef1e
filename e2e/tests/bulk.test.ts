import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { violations } from '../kit/accessible.ts'
import { asksForPerson } from '../kit/customer.ts'
