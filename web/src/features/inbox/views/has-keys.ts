/** Fingers have no keys to press: there, keys are neither shown nor given. */
export const hasKeys = !matchMedia('(pointer: coarse)').matches
