/** Why a line is not there, in the server's words, and where ours are. */
export const causes = {
  banned: 'cause.banned',
  device_removed: 'cause.device_removed',
  engine_missing: 'cause.engine_missing',
  line_broken: 'cause.line_broken',
  line_failed: 'cause.process_ended',
  network_deaf: 'cause.line_broken',
  network_silent: 'cause.line_broken',
  network_unavailable: 'cause.network_unavailable',
  not_multi_device: 'cause.not_multi_device',
  outdated: 'cause.outdated',
  process_ended: 'cause.process_ended',
  qr_expired: 'cause.qr_expired',
  replaced: 'cause.replaced',
  restart_asked: 'cause.network_unavailable',
  session_refused: 'cause.session_refused',
  store_unavailable: 'cause.process_ended',
} as const

export const isCause = (word: string): word is keyof typeof causes => Object.hasOwn(causes, word)
