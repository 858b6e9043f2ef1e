/** Backgrounds with at least 4.5:1 against white, far enough apart to tell people from each other. */
const colors = ['#2A54C8', '#9A5B00', '#6B3FC4', '#0B6B91', '#C0262D', '#1B7A3D', '#8E2A6B', '#14602F', '#5730A6', '#7A4700']

/** `#` for someone known by number only. */
export const initialsOf = (name: string): string => {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return first
    ? [first, last]
        .map((word) => [...(word ?? '')][0] ?? '')
        .join('')
        .toUpperCase() || '#'
    : '#'
}

/** The same name always has the same colour; numbers are grey. */
export const avatarColor = (name: string): string => {
  if (initialsOf(name) === '#') return '#5F6776'
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 100_003
  return colors[sum % colors.length] ?? '#2A54C8'
}
