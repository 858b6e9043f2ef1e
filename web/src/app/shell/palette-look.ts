export const paletteRow =
  'flex min-h-10 cursor-default items-center gap-3 rounded-control px-2 py-1.5 text-base data-[selected=true]:bg-primary-subtle data-[selected=true]:text-on-primary-subtle touch:min-h-11'
