import { RichText } from '#ui/rich-text.tsx'

/** The words under a picture, film or file; they flow, so that the time stands in their last line. */
export const Caption = ({ text }: { text: string | undefined }) =>
  text ? (
    <>
      <span className="block h-1.5" aria-hidden />
      <RichText text={text} />
    </>
  ) : null
