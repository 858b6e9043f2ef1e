import { z } from 'zod'
import { Comparison } from '../../schema/comparison.ts'
import { at, next } from '../../schema/parts.ts'

/** Holds when every comparison of `all` and, if there are any, at least one of `any` holds. */
export const ConditionStep = z.object({
  type: z.literal('condition'),
  all: z.array(Comparison).max(20).default([]),
  any: z.array(Comparison).max(20).default([]),
  then: next,
  otherwise: next,
  ...at,
})
