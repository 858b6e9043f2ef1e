import type { StartFailure } from '../../platform/start-error.ts'
import type { State } from '../terminal.ts'

/** What one check found. `failure` names the exit code of a finding that keeps the product from running. */
export type Finding = { state: State; subject: string; detail: string; failure?: StartFailure }

/** Nothing here may show a secret or a whole phone number: a diagnosis is sent to other people. */
export const mask = (text: string): string =>
  text.replace(/:\/\/[^@\s/]*@/g, '://***@').replace(/\+?\d{8,}/g, (digits) => `${digits.slice(0, 3)}…${digits.slice(-2)}`)
