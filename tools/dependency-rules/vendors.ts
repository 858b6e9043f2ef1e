/** Names that only an adapter may know. `meta` and `graph` are everyday words too and count only in company (`metaApp`, `graphUrl`). */
const vendors = new Set([
  'whatsapp',
  'facebook',
  'messenger',
  'instagram',
  'telegram',
  'baileys',
  'waha',
  'wppconnect',
  'twilio',
  'openai',
  'anthropic',
  'claude',
  'gemini',
  'xai',
  'grok',
  'ollama',
  'lmstudio',
  'google',
  'microsoft',
  'outlook',
])
const vendorPairs = new Set(['graphapi', 'graphurl', 'graphversion', 'metaapp', 'metaapi'])

/** `sendWhatsappText` → send, whatsapp, text. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')

/** Vendors named in an identifier or a file name. */
export const vendorWordsIn = (name: string): string[] => {
  const words = wordsOf(name.replaceAll(/WhatsApp|WPPConnect|LMStudio|OpenAI/g, (brand) => ` ${brand.toLowerCase()} `))
  const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`)
  return [...words.filter((word) => vendors.has(word)), ...pairs.filter((pair) => vendorPairs.has(pair))]
}

const packages =
  /^(baileys|openai|ai|telegraf|grammy|twilio|nodemailer|web-push|googleapis|msal|ollama|ollama-ai-provider.*)$|^@(ai-sdk|anthropic-ai|google|google-cloud|googleapis|microsoft|azure|aws-sdk|whiskeysockets|wppconnect.*|twilio)\//

/** Whether a package is one vendor's own door. */
export const vendorPackage = (name: string): boolean => packages.test(name)
