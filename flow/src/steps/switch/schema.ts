import { z } from 'zod'
import { Comparison } from '../../schema/comparison.ts'
import { at, next } from '../../schema/parts.ts'

/** The first case whose comparisons all hold. `id` tells cases apart when they are renamed or moved. */
const Case = z.object({ id: z.string().min(1).max(60), label: z.string().max(100).optional(), all: z.array(Comparison).min(1).max(10), next })

/** Goes one of several ways. */
export const SwitchStep = z.object({ type: z.literal('switch'), cases: z.array(Case).min(1).max(20), otherwise: next, ...at })
