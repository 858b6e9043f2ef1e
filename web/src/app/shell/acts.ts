import { authRoutes } from '@chasqui/contracts/http/auth'
import { call } from '#lib/api.ts'
import { chooseLanguage, text } from '#lib/i18n/texts.ts'
import type { Language } from '#lib/i18n/languages.ts'
import { session, signOut } from '#lib/session.ts'
import { sayProblem } from '#ui/toast.tsx'
import { disconnect } from '#lib/realtime.ts'

/** Changes the language here at once and for the person on every device. */
export const speak = async (language: Language) => {
  const state = session.get()
  await chooseLanguage(language, state.status === 'signed-in' ? (state.tenant?.country ?? null) : null)
  if (state.status !== 'signed-in') return
  session.set({ ...state, user: { ...state.user, language } })
  await call(authRoutes.profile, { body: { language } }).catch(() => sayProblem(text('app:settings.language_not_kept')))
}

export const leave = async () => {
  disconnect()
  await signOut()
}
