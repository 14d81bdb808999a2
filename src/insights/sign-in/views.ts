import type { Account } from '../../core/account.ts'
import type { Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import type { Say } from '../reports/report.ts'

/** Why a sign-in did not come about, or what went before it. */
export const SIGN_IN_NOTES = [
  'wrong-password',
  'too-many',
  'no-name',
  'no-role',
  'cancelled',
  'invalid',
  'away',
  'signed-out',
] as const
export type SignInNote = (typeof SIGN_IN_NOTES)[number]

/** The page to sign in on: with the organisation's account, with the office's password, or either. */
export function signInView({
  say,
  locale,
  csrf,
  to,
  ways,
  note,
  name = '',
}: {
  say: Say
  locale: Locale
  csrf: string
  /** Where to go afterwards. */
  to: string
  ways: { oidc: boolean; password: boolean }
  note?: SignInNote | undefined
  name?: string
}): Html {
  const query = new URLSearchParams({ to, locale }).toString()
  return html`${
    note !== undefined &&
    html`<p ${note === 'signed-out' ? html`role="status"` : html`role="alert"`} class="alert">${say(`signin.note.${note}`)}</p>`
  }
<p class="intro">${say('signin.intro')}</p>
${ways.oidc && html`<p><a class="button" href="/insights/sign-in/oidc?${query}">${say('signin.oidc')}</a></p>`}
${
  ways.password &&
  html`<section class="block" aria-labelledby="password-title">
<h2 id="password-title">${say('signin.password-title')}</h2>
<form class="stacked" method="post" action="/insights/sign-in?${query}">
<input type="hidden" name="csrf" value="${csrf}">
<label><span>${say('signin.name')}</span><input name="name" value="${name}" autocomplete="name" maxlength="60" required aria-describedby="name-note"></label>
<p class="note" id="name-note">${say('signin.name-note')}</p>
<label><span>${say('signin.password')}</span><input name="password" type="password" autocomplete="current-password" maxlength="200" required></label>
<button>${say('signin.enter')}</button>
</form>
</section>`
}`
}

/** Who one is here, what one may do, and how to leave. */
export function accountView({ say, account, csrf }: { say: Say; account: Account; csrf: string }): Html {
  return html`<dl class="facts">
<div><dt>${say('signin.name')}</dt><dd>${account.name}</dd></div>
<div><dt>${say('signin.role')}</dt><dd>${say(`signin.role.${account.role}`)}</dd></div>
</dl>
<form class="stacked" method="post" action="/insights/sign-out">
<input type="hidden" name="csrf" value="${csrf}">
<button>${say('signin.leave')}</button>
<p class="note">${say('signin.leave-note')}</p>
</form>
${
  account.role === 'admin' &&
  html`<section class="block" aria-labelledby="all-title">
<h2 id="all-title">${say('signin.all-title')}</h2>
<p>${say('signin.all-text')}</p>
<form class="stacked" method="post" action="/insights/sign-out/all">
<input type="hidden" name="csrf" value="${csrf}">
<button class="grave">${say('signin.all')}</button>
</form>
</section>`
}`
}
