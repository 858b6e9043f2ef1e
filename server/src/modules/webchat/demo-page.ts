import type { Chat } from './ports.ts'

export const demoStyle =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1.5rem}h1{font-size:1.5rem}p{opacity:.85}'

const words = {
  es: { text: 'Así se ve el chat en una página. Escribí algo: llega a la bandeja como cualquier conversación.' },
  'pt-BR': { text: 'É assim que o chat aparece em uma página. Escreva algo: chega à caixa de entrada como qualquer conversa.' },
  en: { text: 'This is how the chat looks on a page. Write something: it arrives in the inbox like any conversation.' },
} as const

type Language = keyof typeof words

/** The chat's own language, else the first of the browser's that there is. */
const languageOf = ({ settings }: Chat, accepted: string): Language => {
  if (settings.language !== 'auto') return settings.language
  for (const part of accepted.toLowerCase().split(',')) {
    const tag = part.trim()
    if (tag.startsWith('pt')) return 'pt-BR'
    if (tag.startsWith('es')) return 'es'
    if (tag.startsWith('en')) return 'en'
  }
  return 'es'
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A plain page with the tag on it, as strict as the strictest site. */
export const demoPage = (chat: Chat, accepted: string): string => {
  const language = languageOf(chat, accepted)
  const title = escaped(chat.settings.title || chat.name)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${demoStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${words[language].text}</p>
</main>
<script src="/widget.js" data-key="${chat.channelId}" async></script>
</body>
</html>
`
}
