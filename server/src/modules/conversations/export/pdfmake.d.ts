/** As far as it is used here; it brings no types of its own. */
declare module 'pdfmake' {
  type Faces = { normal: string; bold: string; italics: string; bolditalics: string }
  const pdfmake: {
    setFonts(fonts: Record<string, Faces>): void
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
  export default pdfmake
}
