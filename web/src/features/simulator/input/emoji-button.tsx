import { Smile } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Popover } from '#ui/popover.tsx'

/** A handful, for trying out; keyboards have the rest. */
const emoji = '😀 😂 😊 😍 😘 🤗 🤔 😎 😅 😢 😭 😡 😱 😴 🤒 🥳 👍 👎 👏 🙏 💪 👋 🤝 👌 ❤️ 💙 🎉 🔥 ⭐ ✅ ❌ ⏰ 📅 📍 📎 📷 💬 💳 🐶 🐱'.split(' ')

/** Stays open, so that several can be picked. */
export const EmojiButton = ({ onPick }: { onPick: (emoji: string) => void }) => {
  const { t } = useTexts('simulator')
  return (
    <Popover
      label={t('input.emoji')}
      align="start"
      side="top"
      trigger={<IconButton icon={Smile} label={t('input.emoji')} side="top" className="rounded-full" />}
    >
      <div className="grid grid-cols-8">
        {emoji.map((one) => (
          <button
            key={one}
            type="button"
            onClick={() => onPick(one)}
            className="grid aspect-square place-items-center rounded-control text-xl hover:bg-surface-2"
          >
            {one}
          </button>
        ))}
      </div>
    </Popover>
  )
}
