import type { FileRef } from '@chasqui/contracts'

/** Meta's id for a file of ours; files are uploaded before a body is made. */
export type MediaIdOf = (file: FileRef) => string
