import type { BodyInput } from '@chasqui/contracts'
import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { sayProblem } from '#ui/toast.tsx'
import { readScreenAgain } from './use-hints.ts'
import { readPeopleAgain } from './use-people.ts'

type PersonChange = BodyInput<typeof simulatorRoutes.changePhone>

/** Changes a customer's language, or puts the phone's clock ahead. */
export const changePerson = async (channelId: string, phone: string, change: PersonChange) => {
  try {
    await call(simulatorRoutes.changePhone, { params: { channelId, phone }, body: change })
  } catch {
    sayProblem(text('simulator:person.failed'))
  }
  await Promise.all([readPeopleAgain(), readScreenAgain(channelId, phone)])
}
