import { rememberNumbers, type KnownNumbers } from './known-numbers.ts'
import type { FlowsPorts } from './ports.ts'
import { rememberLimits, type KnownLimits } from './safety/known-limits.ts'

/** The ports, and what this node remembers of tenants. */
export type RememberingPorts = FlowsPorts & { limitsOf: KnownLimits; numbersOf: KnownNumbers }

export const remembering = (ports: FlowsPorts): RememberingPorts => ({ ...ports, limitsOf: rememberLimits(ports), numbersOf: rememberNumbers(ports) })
