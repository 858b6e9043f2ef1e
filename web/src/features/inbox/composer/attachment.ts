import type { StoredFile } from '@chasqui/contracts'
import type { Fit, SentAs } from './fit-file.ts'

/** What is known of a file that the server has; its signed address is asked for anew. */
export type StoredPart = Pick<StoredFile, 'id' | 'mime' | 'name' | 'size'>

/** A file chosen for a conversation, uploaded ahead of sending. */
export type Attachment = {
  key: string
  name: string
  size: number
  mime: string
  /** Null after a reload: its bytes are on the server, or kept in the browser. */
  file: Blob | null
  as: SentAs
  /** Its own words; what is written in the field goes to the first without any. */
  caption: string
  /**
   * `waiting`: there is no connection, it goes up when it is back, also after its message was sent. `full`: the organisation has used up its storage;
   * `executable`, `mismatch`, `over`: the server will not keep it.
   */
  state: 'uploading' | 'ready' | 'waiting' | 'failed' | 'full' | 'executable' | 'mismatch' | 'over' | 'refused'
  /** 0-1 */
  progress: number
  stored: StoredPart | null
  refusal: Extract<Fit, { ok: false }> | null
}

/** What can go with a message now. */
export const isReady = ({ state }: Attachment) => state === 'ready' || state === 'waiting'
