import type { MessageContent, MessageType } from '@chasqui/contracts'

/** The content of one type: `ContentOf<'image'>`. */
export type ContentOf<Type extends MessageType> = MessageContent extends infer One
  ? One extends { type: infer Own }
    ? Type extends Own
      ? One
      : never
    : never
  : never
