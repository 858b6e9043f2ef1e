/** The same function, which keeps what it made of the last text: an answer and its question are looked at from many sides in turn. */
export const rememberingLast = <Made>(make: (text: string) => Made): ((text: string) => Made) => {
  let last: { text: string; made: Made } | null = null
  return (text) => (last?.text === text ? last : (last = { text, made: make(text) })).made
}
