import { authRoutes } from '@chasqui/contracts/http/auth'
import { tenancyRoutes } from '@chasqui/contracts/http/tenancy'
import { call, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { refreshSession } from '#lib/session.ts'
import type { Answers } from './answers.ts'
import { businessLocale } from './guess.ts'

const settled = async () => {
  await refreshSession()
  await Promise.all([tenancyRoutes.business, tenancyRoutes.home].map((route) => queryClient.invalidateQueries({ queryKey: keyOf(route) })))
}

export const saveAnswers = async ({ name, country, language, timeZone, trade, person }: Answers) => {
  await call(tenancyRoutes.updateBusiness, { body: { name: name.trim(), country, locale: businessLocale(language, country), timeZone, trade, welcomed: true } })
  await call(authRoutes.profile, { body: { name: person.trim(), language } })
  await settled()
}

/** Keeps the sample business as it is and does not ask again; the person goes on in the language that the form was in. */
export const skipWelcome = async ({ language }: Pick<Answers, 'language'>) => {
  await call(tenancyRoutes.updateBusiness, { body: { welcomed: true } })
  await call(authRoutes.profile, { body: { language } })
  await settled()
}
