import { styleText } from 'node:util'
import { renderUnicodeCompact } from 'uqr'

/** Modules of white around the code, without which cameras do not find it. */
const border = 2

/** A text as a QR code of letters, two modules a line. With colour it is black on white whatever the terminal's own colours are; without, light letters on a dark ground are taken for granted. */
export const drawQr = (text: string, color: boolean): string =>
  renderUnicodeCompact(text, { border })
    .split('\n')
    .map((line) => (color ? styleText(['whiteBright', 'bgBlack'], line, { validateStream: false }) : line))
    .join('\n')
