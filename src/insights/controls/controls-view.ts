import type { Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import type { Setting, Subject } from '../../office/controls.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Say } from '../reports/report.ts'
import { moment } from '../view/moment.ts'

/** The longest reason or announcement, in UTF-16 units: it stands before or instead of an answer. */
export const LONGEST_TEXT = 3 * 100

/** Why something was not switched. */
export const CONTROL_FAULTS = ['subject', 'texts', 'reason', 'long'] as const
export type ControlFault = (typeof CONTROL_FAULTS)[number]

/** What somebody tried to switch, to be mended. */
export type Tried = { fault: ControlFault; subject: string; zh: string; en: string; reason: string }

type View = {
  settings: Setting[]
  topics: Catalogue['topics']
  say: Say
  locale: Locale
  csrf: string
  tried: Tried | undefined
}

/** What is switched off and announced, with who and when, and the forms to change it. */
export function controlsView({ settings, topics, say, locale, csrf, tried }: View): Html {
  const off = settings.filter(({ subject }) => subject !== 'banner')
  const banner = settings.find(({ subject }) => subject === 'banner')
  const name = (subject: Subject) =>
    subject === 'service' ? say('controls.service') : nameOf(subject.slice('topic:'.length), topics)
  const action = `/insights/controls?locale=${locale}`
  const hidden = html`<input type="hidden" name="csrf" value="${csrf}">`
  const texts = (values: { zh: string; en: string } | undefined, kind: 'reason' | 'banner') =>
    html`<label><span>${say(`controls.${kind}.zh`)}</span><textarea name="zh" lang="zh-Hans" maxlength="${LONGEST_TEXT}" required>${values?.zh ?? ''}</textarea></label>
<label><span>${say(`controls.${kind}.en`)}</span><textarea name="en" lang="en" maxlength="${LONGEST_TEXT}" required>${values?.en ?? ''}</textarea></label>`
  const failed = (mine: boolean) =>
    tried !== undefined &&
    mine &&
    html`<p role="alert" class="alert">${say(`controls.fault.${tried.fault}`, { most: LONGEST_TEXT })}</p>`
  const forBanner = tried?.subject === 'banner'

  const standing = (one: Setting, button: Html) =>
    html`<li><p><strong>${one.subject === 'banner' ? say('controls.announced') : name(one.subject)}</strong> <span class="range">${one.who}, ${moment(one.at)}</span></p>
<p lang="zh-Hans">${one.text['zh-Hans']}</p><p lang="en">${one.text.en}</p>
${one.reason !== '' && html`<p class="note">${say('controls.banner.reason-was')} ${one.reason}</p>`}
<form method="post" action="${action}">${hidden}<input type="hidden" name="subject" value="${one.subject}">${button}</form></li>`

  return html`<p class="intro">${say('controls.intro')}</p>
<section class="block" aria-labelledby="off-title">
<h2 id="off-title">${say('controls.off')}</h2>
${
  off.length === 0
    ? html`<p>${say('controls.none-off')}</p>`
    : html`<ul class="standing">${off.map((one) => standing(one, html`<button name="clear" value="1">${say('controls.on')}</button>`))}</ul>`
}
<details${tried !== undefined && !forBanner && html` open`}><summary>${say('controls.switch-off-form')}</summary>
${failed(!forBanner)}
<form class="stacked" method="post" action="${action}">${hidden}
<label><span>${say('controls.what')}</span><select name="subject" required><option value="">${say('controls.choose')}</option><option value="service"${tried?.subject === 'service' && html` selected`}>${say('controls.service')}</option>${topics.map(
    ({ id, name: topic }) =>
      html`<option value="topic:${id}"${tried?.subject === `topic:${id}` && html` selected`}>${topic}</option>`,
  )}</select></label>
${texts(forBanner ? undefined : tried, 'reason')}
<p class="note">${say('controls.reason.note')}</p>
<button class="grave">${say('controls.switch-off')}</button>
</form></details>
</section>
<section class="block" aria-labelledby="banner-title">
<h2 id="banner-title">${say('controls.banner')}</h2>
<p class="note">${say('controls.banner.note')}</p>
${
  banner
    ? html`<ul class="standing">${standing(banner, html`<button name="clear" value="1">${say('controls.withdraw')}</button>`)}</ul>`
    : html`<p>${say('controls.none-announced')}</p>`
}
<details${forBanner && html` open`}><summary>${say('controls.announce-form')}</summary>
${failed(forBanner)}
<form class="stacked" method="post" action="${action}">${hidden}<input type="hidden" name="subject" value="banner">
${texts(forBanner ? tried : undefined, 'banner')}
<label><span>${say('controls.banner.reason')}</span><input name="reason" value="${forBanner ? tried.reason : ''}" maxlength="${LONGEST_TEXT}" required></label>
<button>${say('controls.announce')}</button>
</form></details>
</section>`
}

const nameOf = (id: string, topics: Catalogue['topics']): string => topics.find((topic) => topic.id === id)?.name ?? id
