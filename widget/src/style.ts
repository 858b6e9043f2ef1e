/** The look of the panel; that of the launcher is there before it, with the colours. */
export const style = `
textarea,input,summary{font:inherit;color:inherit}
.panel{width:min(380px,calc(100vw - 40px));height:min(620px,calc(100vh - 120px));margin-bottom:12px;background:var(--surface);border:1px solid var(--border);border-radius:16px;box-shadow:0 16px 40px rgb(15 18 24/.24);display:flex;flex-direction:column;overflow:hidden}
.head{display:flex;align-items:center;gap:8px;background:var(--brand);color:var(--on-brand);padding:10px 8px 10px 16px}
.head h2{flex:1;margin:0;font-size:16px;font-weight:600;line-height:1.3;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.head button{width:44px;height:44px;display:grid;place-items:center;border-radius:10px}
.head button:focus-visible{outline-color:var(--on-brand);outline-offset:-3px}
.menu{display:flex;flex-direction:column;padding:4px 0;background:var(--surface);border-bottom:1px solid var(--border)}
.menu>*{display:flex;align-items:center;justify-content:space-between;gap:12px;min-height:44px;padding:8px 16px;text-align:left;color:var(--text);text-decoration:none}
.menu>:hover{background:var(--well)}
.menu>:focus-visible{outline-offset:-3px}
.menu i{flex:none;width:38px;height:22px;border-radius:11px;border:2px solid var(--edge);position:relative}
.menu i::after{content:"";position:absolute;top:3px;left:3px;width:12px;height:12px;border-radius:50%;background:var(--edge)}
.menu [aria-checked=true] i{background:var(--accent);border-color:var(--accent)}
.menu [aria-checked=true] i::after{left:19px;background:var(--on-accent)}
.notice{padding:8px 16px;background:var(--well);color:var(--text);font-size:14px;border-bottom:1px solid var(--border)}
.log{flex:1;overflow-y:auto;overscroll-behavior:contain;padding:16px 12px;background:var(--ground);display:flex;flex-direction:column;gap:8px}
.log:focus-visible{outline-offset:-2px}
.row{display:flex;flex-direction:column;align-items:flex-start;max-width:86%}
.row.own{align-self:flex-end;align-items:flex-end}
.bubble{background:var(--surface);border:1px solid var(--border);border-radius:14px 14px 14px 4px;padding:8px 12px;overflow-wrap:anywhere;white-space:pre-wrap;max-width:100%}
.own .bubble{background:var(--brand);border-color:var(--accent);color:var(--on-brand);border-radius:14px 14px 4px 14px}
.bubble a{color:inherit}
.bubble img{display:block;max-width:100%;max-height:240px;border-radius:8px}
.bubble audio,.bubble video{display:block;max-width:100%}
.bubble strong{display:block}
.bubble small{display:block;color:var(--quiet);font-size:13px}
.own .bubble small{color:inherit}
.meta{font-size:12px;color:var(--quiet);margin-top:2px;display:flex;gap:8px;flex-wrap:wrap}
.meta .bad{color:var(--bad)}
.meta button{text-decoration:underline;min-height:24px}
.choices{display:flex;flex-direction:column;gap:6px;margin-top:6px;width:100%}
.choices button,.choices summary,.more,.fields button,.filelink{min-height:44px;border:1px solid var(--accent);color:var(--accent);background:var(--surface);border-radius:10px;padding:8px 12px;text-align:left;overflow-wrap:anywhere}
.choices button:enabled:hover,.more:hover{background:var(--well)}
.choices button:disabled{cursor:default;color:var(--quiet);border-color:var(--border);background:none}
.choices summary{cursor:pointer}
.choices p{margin:8px 0 4px;font-size:13px;color:var(--quiet)}
.choices details>button,.choices details>div>button{width:100%;margin-top:6px}
.choices button span{display:block;font-size:13px;color:var(--quiet)}
.more{align-self:center;min-height:36px;font-size:13px}
.filelink{display:inline-flex;align-items:center;gap:8px;text-decoration:none}
.own .filelink{background:none;color:inherit;border-color:currentColor}
.typing{font-size:13px;color:var(--quiet);padding:0 16px 6px;background:var(--ground)}
.composer{display:flex;align-items:flex-end;gap:4px;padding:8px;border-top:1px solid var(--border);background:var(--surface)}
.composer textarea{flex:1;resize:none;border:1px solid var(--edge);border-radius:12px;padding:10px 12px;font-size:16px;line-height:1.35;max-height:120px;min-height:44px;background:var(--surface)}
.composer textarea::placeholder{color:var(--quiet);opacity:1}
.composer button{width:44px;height:44px;display:grid;place-items:center;border-radius:12px;color:var(--accent)}
.composer button:hover{background:var(--well)}
.fields{display:flex;flex-direction:column;gap:12px;padding:16px;overflow-y:auto;flex:1;background:var(--ground)}
.fields label{display:flex;flex-direction:column;gap:4px;font-size:14px}
.fields input{font-size:16px;min-height:44px;border:1px solid var(--edge);border-radius:10px;padding:8px 12px;background:var(--surface)}
.fields .bad{color:var(--bad);font-size:13px}
.fields button{background:var(--accent);color:var(--on-accent);text-align:center;font-weight:600}
.fields p{margin:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:480px){
:host(.open){inset:0}
:host(.open) .frame,:host(.open) .panel{height:100%}
:host(.open) .panel{width:100%;margin:0;border:0;border-radius:0}
:host(.open) .launcher{display:none}
}
@media (prefers-reduced-motion:no-preference){.panel{animation:in .16s ease-out}@keyframes in{from{opacity:0;transform:translateY(8px)}}}
@media (forced-colors:active){.bubble{border:1px solid}}
`
