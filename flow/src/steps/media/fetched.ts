/** Kinds of messages that carry a file. */
export type FileKind = 'image' | 'video' | 'document' | 'audio'

/** A file to be fetched for a message: from where, what it is to be called (null: as its server calls it), and what the channel takes. Plain JSON. */
export type LinkRequest = { url: string; name: string | null; kind: FileKind; voice: boolean; rule: { bytes: number; mimes: string[] } }

/**
 * Why a link could not be sent. `address`: its values make no address; `channel`: the channel does not carry that kind; `blocked`: the address is not public;
 * `paused`: its server failed so often that it is left alone for a while; `unreachable`, `timeout`, `lost`: no file came; `not_found`, `status`: its server says so;
 * `too_large`, `program`, `kind`: not what may be sent; `storage`: the organisation may keep no more.
 */
export const linkErrors = [
  'address',
  'channel',
  'blocked',
  'paused',
  'unreachable',
  'timeout',
  'lost',
  'not_found',
  'status',
  'too_large',
  'program',
  'kind',
  'storage',
] as const
export type LinkError = (typeof linkErrors)[number]

/** A file of ours, as a channel gets it. */
export type FetchedFile = { fileId: string; name: string; mime: string; size: number | null }
export type LinkResult = { file: FetchedFile } | { error: LinkError }

/** A result that came from outside of the engine; anything else counts as lost. */
export const readLinkResult = (result: unknown): LinkResult => {
  const { file, error } = (typeof result === 'object' && result !== null ? result : {}) as { file?: unknown; error?: unknown }
  if (isFile(file)) return { file }
  return { error: linkErrors.find((code) => code === error) ?? 'lost' }
}

const isFile = (file: unknown): file is FetchedFile =>
  typeof file === 'object' && file !== null && ['fileId', 'name', 'mime'].every((key) => typeof (file as Record<string, unknown>)[key] === 'string')
