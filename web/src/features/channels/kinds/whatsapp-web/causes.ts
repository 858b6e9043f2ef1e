/** Why a line is not there, in the server's words, and where ours are; also of lines that a server of somebody's own holds. */
export const causes = {
  address_blocked: 'cause.address_blocked',
  banned: 'cause.banned',
  device_removed: 'cause.device_removed',
  engine_missing: 'cause.engine_missing',
  key_refused: 'cause.key_refused',
  line_broken: 'cause.line_broken',
  line_failed: 'cause.process_ended',
  network_deaf: 'cause.line_broken',
  network_silent: 'cause.line_broken',
  network_unavailable: 'cause.network_unavailable',
  not_a_server: 'cause.not_a_server',
  not_multi_device: 'cause.not_multi_device',
  outdated: 'cause.outdated',
  passkey_required: 'cause.passkey_required',
  process_ended: 'cause.process_ended',
  qr_expired: 'cause.qr_expired',
  replaced: 'cause.replaced',
  restart_asked: 'cause.network_unavailable',
  server_failed: 'cause.server_unreachable',
  server_unreachable: 'cause.server_unreachable',
  session_failed: 'cause.session_failed',
  session_refused: 'cause.session_refused',
  session_refused_by_server: 'cause.session_refused_by_server',
  store_unavailable: 'cause.process_ended',
} as const

export const isCause = (word: string): word is keyof typeof causes => Object.hasOwn(causes, word)
