import type { MenuOption } from '../engine/menu-content.ts'
import { fold } from './fold.ts'

/** What the rows of a menu are called: their label, and words that mean the same. */
export const namesOf = ({ label, words }: MenuOption): string[] => [label, ...words]

/** The one row of which a folded name fits; null where none or several have one. */
export const only = <Option extends MenuOption>(options: Option[], fitting: (name: string) => boolean): Option | null => {
  const found = options.filter((option) => namesOf(option).some((name) => fitting(fold(name))))
  return found.length === 1 ? found[0]! : null
}
