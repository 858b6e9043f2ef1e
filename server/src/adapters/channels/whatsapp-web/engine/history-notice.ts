import { areJidsSameUser, proto, toNumber, type AuthenticationCreds, type BinaryNode } from 'baileys'
import type { HistoryPart } from '../history-part.ts'

const { HistorySyncType } = proto.HistorySync
/** Pieces that hold messages; others are names, settings and stories. */
const withMessages: unknown[] = [HistorySyncType.INITIAL_BOOTSTRAP, HistorySyncType.RECENT, HistorySyncType.FULL]

/** Whether devices of the account itself talk to each other: nobody else's word is taken for it. */
export const isOwnPeer = ({ category, from }: BinaryNode['attrs'], me: AuthenticationCreds['me']): boolean =>
  category === 'peer' && me !== undefined && (areJidsSameUser(from, me.id) || areJidsSameUser(from, me.lid))

/** The telephone's word on when it linked this device, in seconds since 1970. What was kept as JSON has its bytes as text. */
const linkedAt = ({ account }: AuthenticationCreds): number =>
  toNumber(proto.ADVDeviceIdentity.decode(proto.ADVSignedDeviceIdentity.fromObject(account!).details!).timestamp)

const base64 = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('base64')

/** The piece of history that a message between own devices offers; null when it is about something else. */
export const historyOffered = (said: proto.IMessage, id: string, creds: AuthenticationCreds): { kind: 'history'; part: HistoryPart } | null => {
  const notice = said.protocolMessage?.historySyncNotification
  if (!notice || !withMessages.includes(notice.syncType)) return null
  const inline = notice.initialHistBootstrapInlinePayload
  return {
    kind: 'history',
    part: {
      id,
      linkedAt: linkedAt(creds),
      path: notice.directPath ?? '',
      key: base64(notice.mediaKey),
      inline: inline && inline.length > 0 ? base64(inline) : null,
    },
  }
}
