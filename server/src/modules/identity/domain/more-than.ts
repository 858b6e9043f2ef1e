import { type Grant, inForce, isWider } from '@chasqui/contracts'

/** What `given` has in force and `own` does not, in the words of the interface: permissions, a wider reach, sight of fields that are hidden from oneself. */
export const moreThan = (own: Grant, given: Grant): { permissions: string[]; reach: string[]; hides: string[] } => ({
  permissions: [...inForce(given).permissions].filter((permission) => !own.permissions.has(permission)),
  reach: isWider(given.reach, own.reach) ? [`reach ${given.reach}`] : [],
  hides: own.hides.filter((field) => !given.hides.includes(field)).map((field) => `sight of ${field}`),
})

export const isMoreThan = (own: Grant, given: Grant): boolean => Object.values(moreThan(own, given)).flat().length > 0
