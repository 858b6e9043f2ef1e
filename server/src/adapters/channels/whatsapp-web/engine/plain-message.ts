import { proto, type WAMessage } from 'baileys'

/** A message as JSON for `interpret.ts`: bytes as base64, names instead of numbers. */
export const plainMessage = (message: WAMessage): object => ({
  key: { ...message.key },
  messageTimestamp: Number(message.messageTimestamp ?? 0),
  pushName: message.pushName,
  messageStubType: message.messageStubType == null ? undefined : proto.WebMessageInfo.StubType[message.messageStubType],
  messageStubParameters: message.messageStubParameters as unknown,
  message: message.message && proto.Message.toObject(proto.Message.create(message.message), { longs: Number, bytes: String, enums: String }),
})
