import type { Faults } from '@chasqui/contracts'

export const noFaults: Faults = { delaySeconds: 0, duplicate: false, reorder: false, neverRead: false, neverDeliver: false, failSends: null, lostAnswers: 0 }
