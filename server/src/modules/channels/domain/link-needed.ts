import type { Channel, ChannelState } from '@chasqui/contracts'

/** How a line stands, as it is kept, and why. */
export type StandingLine = { state: string; cause: string | null }

/** Whether a telephone has to link a channel, and what for; null where none has to, and for channels without a line. */
export const linkNeeded = (channel: ChannelState, line: StandingLine | null): Channel['link'] => {
  if (line === null || channel === 'connected' || channel === 'disconnected') return null
  if (line.state === 'qr' || line.state === 'code') return 'scan'
  if (line.cause === 'qr_expired') return 'new_code'
  return line.state === 'logged_out' ? 'again' : null
}
