import { z } from 'zod'
import { Timeout } from '../../schema/asking.ts'
import { at, next, VariableName } from '../../schema/parts.ts'

/** Says nothing and waits for whatever the customer writes or sends, or for the time to pass. */
export const WaitForStep = z.object({ type: z.literal('wait_for'), timeout: Timeout, saveAs: VariableName.optional(), next, ...at })
