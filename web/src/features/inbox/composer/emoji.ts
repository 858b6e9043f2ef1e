/** What people use most in customer chats, by kind: faces, hands, hearts and marks, everyday things. */
export const emoji =
  '😀 😃 😄 😁 😅 😂 🤣 😊 😇 🙂 🙃 😉 😍 🥰 😘 😋 😎 🤩 🥳 🤗 🤔 🤭 🤫 😐 😶 🙄 😏 😬 😌 😴 😷 🤒 🤕 🤧 🥵 🥶 😟 🙁 😮 😯 😲 🥺 😢 😭 😤 😡 🤯 😱 👍 👎 👌 🤌 ✌️ 🤞 🤙 👈 👉 👆 👇 ☝️ ✋ 👋 🙌 👏 🤝 🙏 💪 ✍️ ❤️ 🧡 💛 💚 💙 💜 🖤 🤍 💔 💕 ✨ ⭐ 🔥 🎉 🎊 💯 ✅ ❌ ❗ ❓ ⚠️ 📌 📍 📅 🗓️ ⏰ ⌛ 📞 📱 💬 ✉️ 📷 📄 📎 💳 💵 🧾 🛒 🎁 🚚 🏠 🏥 🩺 💊 🦷 🐶 🐱 💇 💅 ☀️ 🌧️ 🌙 ☕ 🍰 🌹 🌻'.split(
    ' ',
  )
