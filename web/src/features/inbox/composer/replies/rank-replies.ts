import type { Reply } from '@chasqui/contracts'

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** 0: the very shortcut, 1: its beginning, 2: in its title, 3: in its text; null: nowhere. */
const rankOf = ({ shortcut, title, text }: Pick<Reply, 'shortcut' | 'title' | 'text'>, words: string): number | null => {
  const [short, name, said] = [plain(shortcut), plain(title), plain(text)]
  if (short === words) return 0
  if (short.startsWith(words)) return 1
  if (name.includes(words) || short.includes(words)) return 2
  return said.includes(words) ? 3 : null
}

/** Those that match, the likeliest first; among equals in the order given, which is by use. */
export const rankReplies = <Some extends Pick<Reply, 'shortcut' | 'title' | 'text'>>(replies: readonly Some[], words: string): Some[] => {
  const wanted = plain(words)
  return replies
    .flatMap((reply) => {
      const rank = wanted === '' ? 1 : rankOf(reply, wanted)
      return rank === null ? [] : [{ reply, rank }]
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ reply }) => reply)
}
