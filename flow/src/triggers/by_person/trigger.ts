import type { TriggerBehaviour } from '../behaviour.ts'

export const byPerson: TriggerBehaviour<'by_person'> = { listen: () => () => null }
