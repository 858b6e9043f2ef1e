import { Failure } from './failure.ts'
import { isId } from './ids.ts'

/** A cursor is opaque to callers: one that this list did not hand out is refused, so that a broken client does not read page one for ever. */
export const foreignCursor = (): Failure => new Failure('invalid', 'invalid_cursor', 'This cursor was not made by this list.')

/** The cursor of lists in the order of their ids: the last id seen; null for the first page. */
export const idCursor = (cursor: string | undefined): string | null => {
  if (cursor === undefined) return null
  if (!isId(cursor)) throw foreignCursor()
  return cursor
}
