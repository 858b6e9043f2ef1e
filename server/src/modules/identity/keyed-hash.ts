import { hmac } from '#platform/crypto/signature'
import type { IdentityPorts } from './ports.ts'

export type Purpose =
  | 'refresh-token'
  | 'refresh-successor'
  | 'sign-in-link'
  | 'reset-link'
  | 'confirm-link'
  | 'recovery-code'
  | 'attempt'
  | 'invitation'
  | 'passkey-challenge'

/**
 * A hash that nobody computes without the installation's key, so that a stolen copy of the database gives away neither short keys nor
 * typed addresses. The purpose keeps one use from passing for another.
 */
export const keyedHash = ({ secret }: IdentityPorts, purpose: Purpose, text: string): Buffer => hmac(secret, `${purpose}\n${text}`)
