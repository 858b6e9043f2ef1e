/**
 * Why somebody of the organisation may not keep a file. What customers send is not asked: it has arrived already, and is only ever downloaded.
 */
export type Refusal = { kind: 'unsupported' | 'invalid'; code: string; message: string }
export type Seen = {
  name: string
  /** What the sender says it is. */
  claimed: string | null
  /** What its bytes are, as far as they tell; `recognised` when they do. */
  mime: string
  recognised: boolean
  head: Uint8Array
}

/** Programs by their bytes. */
const programs =
  /^application\/(x-msdownload|x-elf|x-mach-binary|x-executable|java-vm|java-archive|vnd\.android\.package-archive|x-deb|x-rpm|x-apple-diskimage|wasm|x-ms-shortcut|x-ft-apple\.alias|x-ms-regedit|x-ft-windows-registry-hive|vnd\.ms-htmlhelp|vnd\.ms-cab-compressed|x-google-chrome-extension|x-xpinstall|x-asar|x-iso9660-image|x-shockwave-flash)$/
/** Programs by their names: what a double click runs on somebody's machine, whatever its bytes. */
const endings =
  /\.(exe|com|scr|pif|msi|msp|msc|cpl|dll|sys|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|cjs|ws|wsf|wsh|hta|jar|class|apk|app|dmg|pkg|deb|rpm|sh|bash|zsh|command|lnk|reg|scf|inf|gadget|application|appref-ms|chm|hlp|iso|img|vhd|vhdx|xll|swf)$/i

const isScript = (head: Uint8Array): boolean => head[0] === 0x23 && head[1] === 0x21

const family = (mime: string): string => {
  const [kind] = mime.split('/')
  // The containers of sound and pictures that move are the same.
  return kind === 'audio' || kind === 'video' || mime === 'application/ogg' ? 'played' : kind === 'image' ? 'image' : 'document'
}

/** What the ending of a name says, for the few that browsers and people trust most. */
const byEnding: Record<string, string> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  gif: 'image',
  webp: 'image',
  heic: 'image',
  mp3: 'played',
  m4a: 'played',
  ogg: 'played',
  opus: 'played',
  wav: 'played',
  mp4: 'played',
  mov: 'played',
  webm: 'played',
  '3gp': 'played',
}

const executable: Refusal = { kind: 'unsupported', code: 'file.executable', message: 'Programs and scripts are not taken.' }
const lie = (what: string): Refusal => ({
  kind: 'invalid',
  code: 'file.type_mismatch',
  message: `The file is not what it says it is (${what}). Send it with the name and type of what it is.`,
})

/** Null when it may be kept. */
export const refusalOf = ({ name, claimed, mime, recognised, head }: Seen): Refusal | null => {
  if (programs.test(mime) || endings.test(name.replace(/[. ]+$/, '')) || isScript(head)) return executable
  const ending = byEnding[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  const type = claimed?.split(';')[0]?.trim().toLowerCase() ?? ''
  const says = [ending, /^(image|audio|video)\//.test(type) && type !== 'image/svg+xml' ? family(type) : undefined].filter((said) => said !== undefined)
  // Bytes that tell nothing are text or something unknown: no picture, no sound.
  const is = recognised ? family(mime) : 'document'
  for (const said of says) if (said !== is) return lie(type || name)
  if (type === 'application/pdf' || /\.pdf$/i.test(name)) if (mime !== 'application/pdf') return lie('application/pdf')
  return null
}
