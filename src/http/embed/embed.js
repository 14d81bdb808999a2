// The chat on another site: one tag, `<script src="https://our-host/embed.js" defer></script>`, shows a button that opens it.
// `data-lang` names the language (else the page's own), `data-side="left"` the corner. Everything stands in a shadow root, so that neither
// site's styles reach the other, and the conversation in a frame of our origin, so that neither's scripts do. The service fills in `WORDS`.
;(() => {
  const tag = document.currentScript
  if (!tag || customElements.get('tongguan-chat')) return
  const host = new URL(tag.src).origin
  const wanted = (tag.dataset.lang || document.documentElement.lang || navigator.language || 'zh').toLowerCase()
  const locale =
    /^zh\b.*(hant|tw|hk|mo)/.test(wanted) && !/hans/.test(wanted) ? 'zh-Hant' : /^zh/.test(wanted) ? 'zh-Hans' : 'en'
  const words = WORDS[locale]
  const side = tag.dataset.side === 'left' ? 'left' : 'right'
  // Milliseconds after which a frame that has not said a word was not let in: once it has loaded, and at all.
  const [LOADED, PATIENCE] = [2 * 1000, 30 * 1000]

  const style = `
:host { all: initial }
* { box-sizing: border-box; font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif }
button { position: fixed; ${side}: 1rem; bottom: 1rem; z-index: 2147483646; display: inline-flex; align-items: center; gap: .5rem;
  min-height: 3rem; padding: .5rem 1.125rem; border: 0; border-radius: 1.5rem; background: #0c5a63; color: #fff; font-weight: 700;
  cursor: pointer; box-shadow: 0 2px 12px #0005 }
button:hover { background: #094850 }
:focus-visible { outline: 3px solid #0c5a63; outline-offset: 3px; box-shadow: 0 0 0 3px #fff }
svg { width: 1.5rem; height: 1.5rem; fill: none; stroke: #fff; stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round }
section { position: fixed; ${side}: 1rem; bottom: 5rem; z-index: 2147483647; width: min(25rem, calc(100vw - 2rem));
  height: min(40rem, calc(100vh - 6rem)); background: #f7f2ea; border: 1px solid #857a6b; border-radius: 1rem; overflow: hidden;
  box-shadow: 0 8px 40px #0004; animation: rise .18s ease-out }
section[hidden] { display: none }
iframe { width: 100%; height: 100%; border: 0; display: block; color-scheme: light dark }
p { margin: 0; padding: 1.5rem; color: #23201c }
a { color: #0c5a63 }
@keyframes rise { from { transform: translateY(.75rem); opacity: 0 } }
@media (max-width: 30rem) { section { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0 } }
@media (prefers-reduced-motion: reduce) { section { animation: none } }
@media print { button, section { display: none } }`

  class Chat extends HTMLElement {
    constructor() {
      super()
      const root = this.attachShadow({ mode: 'open' })
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(style)
      root.adoptedStyleSheets = [sheet]
      const button = document.createElement('button')
      button.type = 'button'
      button.setAttribute('aria-expanded', 'false')
      button.setAttribute('aria-haspopup', 'dialog')
      const mark = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      mark.setAttribute('viewBox', '0 0 24 24')
      mark.setAttribute('aria-hidden', 'true')
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
      path.setAttribute('d', 'M4 20V10a8 8 0 0 1 16 0v10M8.5 13l2.5 2.5 4.5-6')
      mark.append(path)
      button.append(mark, words.open)
      button.addEventListener('click', () => (this.panel && !this.panel.hidden ? this.close() : this.open()))
      root.append(button)
      this.button = button
      root.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') this.close()
      })
      window.addEventListener('message', (event) => this.hear(event))
    }

    // What the frame says: only ours is listened to, from our origin.
    hear({ source, origin, data }) {
      if (!this.frame || source !== this.frame.contentWindow || origin !== host) return
      if (data === 'tongguan:ready') {
        clearTimeout(this.waiting)
        this.ready = true
        if (!this.panel.hidden) this.tell('tongguan:focus')
      }
      if (data === 'tongguan:close') this.close()
    }

    tell(what) {
      this.frame.focus()
      this.frame.contentWindow.postMessage(what, host)
    }

    open() {
      if (!this.panel) {
        const panel = document.createElement('section')
        panel.setAttribute('role', 'dialog')
        panel.setAttribute('aria-label', words.name)
        const frame = document.createElement('iframe')
        frame.title = words.name
        frame.setAttribute(
          'sandbox',
          'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
        )
        frame.src = `${host}/${locale}/?origin=${encodeURIComponent(location.origin)}`
        panel.append(frame)
        this.panel = panel
        this.frame = frame
        this.button.before(panel)
        const wait = (milliseconds) => {
          clearTimeout(this.waiting)
          if (!this.ready) this.waiting = setTimeout(() => this.refuse(), milliseconds)
        }
        frame.addEventListener('load', () => wait(LOADED))
        wait(PATIENCE)
      }
      this.panel.hidden = false
      this.button.setAttribute('aria-expanded', 'true')
      if (this.ready) this.tell('tongguan:focus')
    }

    close() {
      if (!this.panel || this.panel.hidden) return
      this.panel.hidden = true
      this.button.setAttribute('aria-expanded', 'false')
      this.button.focus()
    }

    // The frame was not let in, or the service cannot be reached: say so, and where the chat is.
    refuse() {
      const text = document.createElement('p')
      text.setAttribute('role', 'alert')
      const link = document.createElement('a')
      link.href = `${host}/${locale}/`
      link.target = '_blank'
      link.rel = 'noopener noreferrer'
      link.textContent = words.elsewhere
      text.append(words.refused, ' ', link)
      this.panel.replaceChildren(text)
      this.frame = undefined
      if (!this.panel.hidden) link.focus()
    }
  }

  customElements.define('tongguan-chat', Chat)
  const show = () => {
    const chat = document.createElement('tongguan-chat')
    chat.lang = locale
    document.body.append(chat)
  }
  if (document.body) show()
  else document.addEventListener('DOMContentLoaded', show)
})()
