/** What the palette looks for; their names are those of the headings. */
export const paletteScopes = ['all', 'conversations', 'messages', 'pages', 'commands'] as const
export type PaletteScope = (typeof paletteScopes)[number]
