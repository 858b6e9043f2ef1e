/** Where there are fingers, a field that has the focus covers half of the screen with a keyboard. */
export const fingers = matchMedia('(pointer: coarse)')
