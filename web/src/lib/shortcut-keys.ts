/**
 * Which key press is meant by a written shortcut. A shortcut names the character that is produced, not the physical key:
 * `j`, `?`, `Shift+e`, `Enter`, `Mod+k` (Ctrl, or ⌘ on a Mac), and sequences such as `g i`.
 */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const isLetter = (key: string) => key.length === 1 && key.toLowerCase() !== key.toUpperCase()

const parse = (step: string) => {
  const parts = step.split('+')
  const key = parts.pop() || '+'
  return { key, mod: parts.includes('Mod'), shift: parts.includes('Shift') }
}

/** Alt, Option and AltGr write characters on many layouts (@ # \ ą €), so nothing listens to them. */
export const writesText = (press: Press) => press.altKey

/** Whether this press is this one step. Caps Lock changes nothing: letters go by Shift alone. Other characters say all by themselves. */
export const isStep = (step: string, press: Press): boolean => {
  const wanted = parse(step)
  if (writesText(press) || wanted.mod !== (press.ctrlKey || press.metaKey)) return false
  if (isLetter(wanted.key)) return press.key.toLowerCase() === wanted.key.toLowerCase() && press.shiftKey === wanted.shift
  return press.key === wanted.key && (wanted.key.length === 1 || press.shiftKey === wanted.shift)
}

export const stepsOf = (keys: string): string[] => keys.split(' ')

/** Whether the presses so far are the whole shortcut, its beginning, or neither. */
export const progress = (keys: string, presses: readonly Press[]): 'whole' | 'begun' | 'no' => {
  const steps = stepsOf(keys)
  if (presses.length > steps.length || !presses.every((press, index) => isStep(steps[index] ?? '', press))) return 'no'
  return presses.length === steps.length ? 'whole' : 'begun'
}

/** How a press is written as a shortcut, so that `isStep(writtenAs(press), press)`; null for what cannot be one. */
export const writtenAs = (press: Press): string | null => {
  if (writesText(press) || ['Shift', 'Control', 'Meta', 'CapsLock', 'Dead', 'Unidentified', 'Tab', ' '].includes(press.key)) return null
  const mod = press.ctrlKey || press.metaKey ? 'Mod+' : ''
  const shift = press.shiftKey && (isLetter(press.key) || press.key.length > 1) ? 'Shift+' : ''
  return mod + shift + (isLetter(press.key) ? press.key.toLowerCase() : press.key)
}

/** For showing: `Mod+Shift+Enter` → `['⌘','⇧','Enter']` or `['Ctrl','Shift','Enter']`. */
export const labelOf = (keys: string, isMac: boolean): string[] =>
  stepsOf(keys).flatMap((step) => {
    const { key, mod, shift } = parse(step)
    const named = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' }[key] ?? (isLetter(key) ? key.toUpperCase() : key)
    return [...(mod ? [isMac ? '⌘' : 'Ctrl'] : []), ...(shift ? [isMac ? '⇧' : 'Shift'] : []), named]
  })
