import { useStore } from '#lib/store.ts'
import { session } from '#lib/session.ts'
import { type Page, pageGroups } from './pages.ts'

/** The groups with only what this person may see. */
export const usePages = (): readonly (readonly Page[])[] => {
  const permissions = useStore(session, (state) => (state.status === 'signed-in' ? state.permissions : null))
  return pageGroups.map((group) => group.filter((page) => permissions?.has(page.permission))).filter((group) => group.length > 0)
}
