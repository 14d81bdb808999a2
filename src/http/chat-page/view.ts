import { toHtml } from '../../channels/markdown.ts'
import { LOCALES, type Locale } from '../../core/locale.ts'
import type { Reply } from '../../core/reply.ts'
import type { Translate } from '../../core/translate.ts'
import { LONGEST_QUESTION } from '../../core/utterance.ts'
import { Html, html } from '../html.ts'
import { LOCALE_NAMES } from '../locale-names.ts'

/** What the chat page shows. */
export type ChatPage = {
  locale: Locale
  translate: Translate
  /** Carries a conversation on without script. */
  conversation: string
  /** Lets the script talk over Direct Line. */
  token: { conversationId: string; token: string } | undefined
  /** The turn just made, when the form was sent without script. */
  turn?: { question: string; reply?: Reply; problem?: string } | undefined
  /** Whether a rating was just given. */
  rated?: boolean
  /** Version of the script and stylesheet, for caching. */
  version: string
}

/** The wording that the script needs, given to it with the page. */
const SCRIPT_KEYS = ['you', 'bot', 'sending', 'offline', 'again', 'helpful', 'yes', 'no', 'thanks'] as const

/** The whole chat page: a form that works by itself, made a live conversation by the script. */
export function chatPageView({ locale, translate, conversation, token, turn, rated, version }: ChatPage): Html {
  const say = (key: string) => translate(locale, `page.${key}`)
  const words = Object.fromEntries(SCRIPT_KEYS.map((key) => [key, say(key)]))
  const examples = ['example.quota', 'example.tax', 'example.parcel'].map((key) => translate(locale, key))
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${say('description')}">
<title>${say('title')}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b5cad'/%3E%3Cpath d='M4 8l3 3 5-6' stroke='%23fff' stroke-width='2' fill='none'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/chat/chat.css?${version}">
${token && html`<script src="/chat/chat.js?${version}" defer></script>`}
</head>
<body data-token="${token?.token ?? ''}" data-conversation="${token?.conversationId ?? ''}" data-words="${JSON.stringify(words)}">
<a class="skip" href="#question">${say('skip')}</a>
<header>
<h1>${say('name')} <small>${say('tagline')}</small></h1>
<nav aria-label="${say('languages')}">${LOCALES.map((one) =>
    one === locale
      ? html`<span aria-current="true" lang="${one}">${LOCALE_NAMES[one]}</span>`
      : html`<a href="/?lang=${one}" hreflang="${one}" lang="${one}">${LOCALE_NAMES[one]}</a>`,
  )}</nav>
</header>
<main>
<div id="conversation" role="log" aria-label="${say('conversation')}">
<ol id="log">
<li class="bot"><p>${translate(locale, 'courtesy.greet')}</p><p class="note">${say('privacy')}</p>
<form method="post" action="/?lang=${locale}#reply" class="choices"><input type="hidden" name="conversation" value="${conversation}">${examples.map(
    (example) => html`<button name="q" value="${example}">${example}</button>`,
  )}</form></li>
${rated && html`<li class="bot" id="reply"><p>${say('thanks')}</p></li>`}
${turn && html`<li class="you"><span class="who">${say('you')}</span><p>${turn.question}</p></li>`}
${turn?.problem && html`<li class="bot" id="reply"><p role="alert">${turn.problem}</p></li>`}
${turn?.reply && replyView(turn.reply, { locale, conversation, say })}
</ol>
</div>
<form id="ask" method="post" action="/?lang=${locale}#reply">
<input type="hidden" name="conversation" value="${conversation}">
<label for="question">${say('label')}</label>
<div class="row"><input id="question" name="q" type="text" value="${turn?.problem ? turn.question : ''}" maxlength="${LONGEST_QUESTION}" required autocomplete="off" enterkeyhint="send" placeholder="${say('placeholder')}"><button>${say('send')}</button></div>
</form>
</main>
<footer><p>${say('footer')}</p></footer>
</body>
</html>
`
}

function replyView(
  reply: Reply,
  { locale, conversation, say }: { locale: Locale; conversation: string; say: (key: string) => string },
): Html {
  return html`<li class="bot" id="reply" lang="${reply.locale}"><span class="who">${say('bot')}</span>${new Html(toHtml(reply.text))}
${
  reply.choices.length > 0 &&
  html`<form method="post" action="/?lang=${locale}#reply" class="choices"><input type="hidden" name="conversation" value="${conversation}">${reply.choices.map(
    ({ label, utterance }) => html`<button name="q" value="${utterance}">${label}</button>`,
  )}</form>`
}
<form method="post" action="/rating?lang=${locale}#reply" class="rating"><input type="hidden" name="conversation" value="${conversation}"><input type="hidden" name="reply" value="${reply.id}"><span>${say('helpful')}</span><button name="helpful" value="true">${say('yes')}</button><button name="helpful" value="false">${say('no')}</button></form></li>`
}
