import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import type { Paper } from './paper.ts'

/** Signs that the font of the pages has not. */
const unknown = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}\p{Sc}\p{M}\n\t+<=>|~^`©®°]|\p{Extended_Pictographic}(?<![©®0-9#*])/gu
/** What makes one sign out of several, or another colour of it. */
const joiners = /\p{Emoji_Modifier}|\p{Join_Control}|\p{Variation_Selector}/gu
const shown = (text: string): string => text.replaceAll(joiners, '').replaceAll('•', '·').replaceAll(unknown, '□')

const colours = { in: '#1f2430', out: '#1d4ed8', note: '#8a5a00', line: '#5b6472' }
const { title, facts, entries, page, pictures } = workerData as Paper

const body = entries.map(({ at, who, mark, words, quote, kind }) => ({
  margin: [0, 0, 0, 6],
  stack: [
    {
      text: [
        { text: shown(who), bold: true, color: colours[kind] },
        { text: `   ${at}${mark ? `   ${shown(mark)}` : ''}`, color: '#5b6472', fontSize: 8 },
      ],
    },
    ...(quote ? [{ text: `«${shown(quote)}»`, italics: true, color: '#5b6472', margin: [8, 1, 0, 1] }] : []),
    { text: shown(words), color: kind === 'line' ? '#5b6472' : '#1f2430', italics: kind === 'line', preserveLeadingSpaces: true },
  ],
}))

const folder = dirname(createRequire(import.meta.url).resolve('pdfmake/package.json'))
const font = (name: string) => `${folder}/fonts/Roboto/Roboto-${name}.ttf`
pdfmake.setFonts({ Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') } })
// Pages are made of words alone; nothing is fetched, and of this machine only the fonts are read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(folder))

const bytes = await pdfmake
  .createPdf({
    info: { title },
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 56],
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.15 },
    footer: (current: number, count: number) => ({
      text: page.replace('{page}', String(current)).replace('{pages}', String(count)),
      alignment: 'center',
      fontSize: 8,
      color: '#5b6472',
      margin: [0, 20, 0, 0],
    }),
    content: [
      { text: shown(title), fontSize: 16, bold: true, margin: [0, 0, 0, 8] },
      {
        layout: 'noBorders',
        table: { widths: [90, '*'], body: facts.map(([name, value]) => [{ text: name, color: '#5b6472' }, shown(value)]) },
        margin: [0, 0, 0, 6],
      },
      { text: pictures, fontSize: 8, color: '#5b6472', margin: [0, 0, 0, 14] },
      ...body,
    ],
  })
  .getBuffer()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
parentPort?.postMessage(bytes)
