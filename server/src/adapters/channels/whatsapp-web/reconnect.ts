/**
 * What to do when a session's line ended. The network says why by a number: a stream error's code, a login's refusal, or what the engine makes of a
 * silence (408) and of a broken line (428). Null: the process that held the line is gone.
 */
export type LineEnd = { code: number | null; attempts: number }

/**
 * Numbers of our own, beyond those of the network: what was used could not be kept; something failed in the line's own code; nothing but answers came for long; the
 * network asks whoever links for a passkey.
 */
export const STORE_FAILED = 1001
export const LINE_FAILED = 1002
export const LINE_DEAF = 1003
export const PASSKEY_ASKED = 1004
/** Nobody took any of the codes that the network gives for one line. */
export const CODES_RAN_OUT = 1005
/**
 * There was no line yet: nobody here knows where the network's name leads; nobody answers there; who answers cannot show that it is the network; something in between answers, and lets
 * nobody through.
 */
export const NAME_UNKNOWN = 1006
export const UNREACHABLE = 1007
export const UNTRUSTED = 1008
export const BARRED = 1009

export type Decision =
  /** Connect again after so many milliseconds. `counts`: it was an attempt that failed. */
  | { then: 'connect'; afterMs: number; cause: Cause; counts: boolean }
  /** Nothing happens before a person acts. `forget`: the credentials are worthless, the network removed the device. */
  | { then: 'stop'; state: 'logged_out' | 'error'; cause: Cause; forget: boolean }

export type Cause =
  | 'restart_asked'
  | 'line_broken'
  | 'network_silent'
  | 'network_unavailable'
  | 'network_name_unknown'
  | 'network_unreachable'
  | 'network_untrusted'
  | 'network_barred'
  | 'process_ended'
  | 'store_unavailable'
  | 'line_failed'
  | 'network_deaf'
  | 'session_refused'
  | 'device_removed'
  | 'replaced'
  | 'banned'
  | 'outdated'
  | 'not_multi_device'
  | 'passkey_required'
  | 'qr_expired'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 5 * 60_000
/** What the network refuses without a known reason is tried so often; then somebody has to look. */
const PATIENCE = 8

/** Between half of it and the whole, doubling: sessions that fell together do not come back together. */
export const waitMs = (attempts: number, random: number): number => {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 20))
  return Math.round(whole * (0.5 + 0.5 * Math.min(1, Math.max(0, random))))
}

const stop = (state: 'logged_out' | 'error', cause: Cause, forget = false): Decision => ({ then: 'stop', state, cause, forget })

/** Trouble of the way between us and the network, or on our side: it ends some day, so there is no end to trying. */
const passing: Record<number, Cause> = {
  408: 'network_silent',
  428: 'line_broken',
  502: 'network_unavailable',
  503: 'network_unavailable',
  504: 'network_unavailable',
  [NAME_UNKNOWN]: 'network_name_unknown',
  [UNREACHABLE]: 'network_unreachable',
  [UNTRUSTED]: 'network_untrusted',
  [BARRED]: 'network_barred',
  [STORE_FAILED]: 'store_unavailable',
  [LINE_FAILED]: 'line_failed',
  [LINE_DEAF]: 'network_deaf',
}

/** `random`: 0 to 1, for the jitter. Credentials are given up for one reason only: the network says that the device was removed. */
export const decide = ({ code, attempts }: LineEnd, random: number): Decision => {
  const again = (cause: Cause): Decision => ({ then: 'connect', afterMs: waitMs(attempts, random), cause, counts: true })
  switch (code) {
    case null:
      return again('process_ended')
    case 515:
      // After linking and at times later: the network waits for us.
      return attempts < PATIENCE ? { then: 'connect', afterMs: 0, cause: 'restart_asked', counts: true } : again('restart_asked')
    case 401:
      return stop('logged_out', 'device_removed', true)
    case 440:
      return stop('error', 'replaced')
    case 403:
      return stop('error', 'banned')
    case 405:
      return stop('error', 'outdated')
    case 411:
      return stop('error', 'not_multi_device')
    case PASSKEY_ASKED:
      return stop('error', 'passkey_required')
    case CODES_RAN_OUT:
      return stop('error', 'qr_expired')
    default: {
      const cause = passing[code]
      if (cause !== undefined) return again(cause)
      return attempts < PATIENCE ? again('session_refused') : stop('error', 'session_refused')
    }
  }
}
