import { keep, readKept } from '#lib/kept.ts'

/** Who was chosen after `@` in the note that is being written, by conversation; kept with its draft. */
export type CalledPerson = { id: string; name: string }
const keyOf = (conversationId: string) => `called.${conversationId}`

const read = (conversationId: string): CalledPerson[] => {
  try {
    return JSON.parse(readKept(keyOf(conversationId)) ?? '[]') as CalledPerson[]
  } catch {
    return []
  }
}

export const noteCalled = (conversationId: string, person: CalledPerson) =>
  keep(keyOf(conversationId), JSON.stringify([...read(conversationId).filter(({ id }) => id !== person.id), person]))

/** Those whose name still stands in the text after an `@`. */
export const stillCalled = (text: string, called: readonly CalledPerson[]): string[] =>
  called.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)

/** Takes who is called by a note that goes out now. */
export const takeCalled = (conversationId: string, text: string): string[] => {
  const ids = stillCalled(text, read(conversationId))
  keep(keyOf(conversationId), null)
  return ids
}
