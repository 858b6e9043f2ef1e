import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import type { Paper } from './paper.ts'
import { runsOf } from './signs.ts'

const grey = '#5b6472'
const colours = { in: '#1f2430', out: '#1d4ed8', note: '#8a5a00', line: grey }
const { title, facts, entries, page, pictures, language } = workerData as Paper

/** Pieces of one line, each with its own look: what stands inside of a piece takes none from it. */
const styled = (text: string, look: object) => runsOf(text).map((run) => ({ ...look, ...run }))

/** Lines that are not parted, about; of all but the longest the name never stands alone at the foot of a page. */
const together = 20
const lettersInLine = 90
const isShort = (words: string) => words.split('\n').reduce((lines, line) => lines + Math.ceil((line.length + 1) / lettersInLine), 0) <= together
const dayNames = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' })
const dayOf = (at: string) => at.slice(0, 10)

const entryBody = ({ at, who, mark, words, quote, kind }: Paper['entries'][number]) => ({
  margin: [0, 0, 0, 6],
  unbreakable: isShort(words),
  stack: [
    { text: [...styled(who, { bold: true, color: colours[kind] }), ...styled(`   ${at}${mark ? `   ${mark}` : ''}`, { color: grey, fontSize: 8 })] },
    ...(quote ? [{ text: runsOf(`«${quote}»`), italics: true, color: grey, margin: [8, 1, 0, 1] }] : []),
    { text: runsOf(words), color: kind === 'line' ? grey : '#1f2430', italics: kind === 'line', preserveLeadingSpaces: true },
  ],
})
const dayHeading = (at: string) => ({
  text: dayNames.format(new Date(`${dayOf(at)}T00:00:00Z`)),
  bold: true,
  fontSize: 9,
  color: grey,
  alignment: 'center',
  margin: [0, 6, 0, 8],
})
/** The name of a day goes over to the page on which its first message stands. */
const body = entries.map((entry, index) => {
  const before = entries[index - 1]
  const made = entryBody(entry)
  return before && dayOf(before.at) === dayOf(entry.at) ? made : { unbreakable: made.unbreakable, stack: [dayHeading(entry.at), made] }
})

const roboto = `${dirname(createRequire(import.meta.url).resolve('pdfmake/package.json'))}/fonts/Roboto/`
const emoji = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'))
const font = (name: string) => `${roboto}Roboto-${name}.ttf`
pdfmake.setFonts({
  Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') },
  Emoji: { normal: emoji, bold: emoji, italics: emoji, bolditalics: emoji },
})
// Pages are made of words alone; nothing is fetched, and of this machine only the fonts are read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(roboto) || path === emoji)

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
      color: grey,
      margin: [0, 20, 0, 0],
    }),
    content: [
      { text: runsOf(title), fontSize: 16, bold: true, margin: [0, 0, 0, 8] },
      {
        layout: 'noBorders',
        table: { widths: [90, '*'], body: facts.map(([name, value]) => [{ text: name, color: grey }, { text: runsOf(value) }]) },
        margin: [0, 0, 0, 6],
      },
      { text: runsOf(pictures), fontSize: 8, color: grey, margin: [0, 0, 0, 14] },
      ...body,
    ],
  })
  .getBuffer()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
parentPort?.postMessage(bytes)
