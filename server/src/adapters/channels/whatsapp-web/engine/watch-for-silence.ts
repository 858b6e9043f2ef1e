import type { BinaryNode } from 'baileys'
import type { EventEmitter } from 'node:events'

/**
 * A half-dead line answers pings and brings nothing else, and nobody can see from here that something waits. `quiet` is called once when nothing but answers came for
 * `afterMs`; whoever opens a new line then hears what waited. Returns how to stop watching.
 */
export const watchForSilence = (line: EventEmitter, afterMs: number, quiet: () => void): (() => void) => {
  const timer = setTimeout(quiet, afterMs)
  // Before and during the handshake frames are bytes.
  line.on('frame', (frame: BinaryNode | Uint8Array) => void ('tag' in frame && frame.tag !== 'iq' && timer.refresh()))
  return () => clearTimeout(timer)
}
