import { z } from 'zod'

/** Days of 24 hours. */
export const Days = z.number().int().min(1).max(3650)
