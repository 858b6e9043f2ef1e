import { contactStages } from '@chasqui/contracts/contact-stages'
import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** Moves the customer to a stage; where they are there already nothing happens. */
export const StageStep = z.object({ type: z.literal('stage'), stage: z.enum(contactStages), next, ...at })
