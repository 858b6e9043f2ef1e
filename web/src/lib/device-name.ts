import type { Device } from '@chasqui/contracts'
import { deviceOf } from '@chasqui/contracts/user-agent'

/** A browser and its machine, short enough for a column: «Firefox · Windows»; empty where neither is known. */
export const deviceName = ({ browser, system }: Device): string => [browser, system].filter(Boolean).join(' · ')

/** The same of what a browser calls itself. What is no browser is shown by its own first word. */
export const deviceNameOf = (userAgent: string): string => deviceName(deviceOf(userAgent)) || (userAgent.split(/[\s/]/)[0] ?? '')
