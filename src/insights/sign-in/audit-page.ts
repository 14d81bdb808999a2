import { Router } from 'express'
import type { Translate } from '../../core/translate.ts'
import { type Html, html } from '../../http/html.ts'
import { type Audit, type AuditLine, DEEDS, type Deed } from '../../office/audit.ts'
import { localeOf } from '../page-locale.ts'
import type { Say } from '../reports/report.ts'
import type { Link } from '../sections.ts'
import type { SendPage } from '../send-page.ts'
import type { SignIn } from './sign-in.ts'

/** Where the audit log is read. */
export const AUDIT: Link = { path: '/insights/audit', title: 'audit.title', role: 'admin' }

/** Lines on a page. */
const LINES = 200

/** The audit log, newest first, for admins. Charts are left out unless asked for: each stands in a page that is in the log itself. */
export function auditPage(
  { requires }: SignIn,
  { audit, translate, sendPage }: { audit: Audit; translate: Translate; sendPage: SendPage },
): Router {
  const routes = Router()
  routes.get(AUDIT.path, requires('admin'), async (request, response) => {
    const locale = localeOf(request)
    const say: Say = (key, values) => translate(locale, key, values)
    const wanted = DEEDS.find((deed) => deed === request.query.did)
    const before = typeof request.query.before === 'string' ? request.query.before.slice(0, 30) : undefined
    const lines = await audit.latest(LINES, {
      did: wanted ? [wanted] : DEEDS.filter((deed) => deed !== 'chart'),
      ...(before !== undefined && { before }),
    })
    sendPage(request, response, AUDIT, { locale }, view(lines, wanted, say, locale))
  })
  return routes
}

const view = (lines: AuditLine[], wanted: Deed | undefined, say: Say, locale: string): Html => html`
<p class="intro">${say('audit.intro')}</p>
<form method="get" action="${AUDIT.path}">
<input type="hidden" name="locale" value="${locale}">
<label><span>${say('audit.did')}</span><select name="did"><option value="">${say('audit.all')}</option>${DEEDS.map(
  (deed) => html`<option value="${deed}"${deed === wanted && html` selected`}>${say(`audit.deed.${deed}`)}</option>`,
)}</select></label>
<button>${say('insights.show')}</button>
</form>
<div class="block"><h2 id="lines">${say('audit.lines')}</h2>
${
  lines.length === 0
    ? html`<p>${say('audit.empty')}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="lines"><table class="wide" role="table">
<thead role="rowgroup"><tr role="row">${['at', 'who', 'did', 'what', 'detail'].map((column) => html`<th scope="col" role="columnheader">${say(`audit.column.${column}`)}</th>`)}</tr></thead>
<tbody role="rowgroup">${lines.map((line) => row(line, say))}</tbody></table></div>`
}
${
  lines.length === LINES &&
  html`<p><a href="${AUDIT.path}?${new URLSearchParams({ locale, did: wanted ?? '', before: lines.at(-1)?.at ?? '' }).toString()}">${say('audit.older')}</a></p>`
}
</div>`

const row = ({ at, who, role, did, what, detail }: AuditLine, say: Say): Html =>
  html`<tr role="row"><th scope="row" role="rowheader"><time datetime="${at}">${at.slice(0, 19).replace('T', ' ')}</time></th>
<td role="cell" data-label="${say('audit.column.who')}">${who}${role !== '' && html` <span class="range">${say(`signin.role.${role}`)}</span>`}</td>
<td role="cell" data-label="${say('audit.column.did')}">${say(`audit.deed.${did}`)}</td>
<td role="cell" data-label="${say('audit.column.what')}">${what}</td>
<td role="cell" data-label="${say('audit.column.detail')}">${Object.entries(detail)
    .map((pair) => pair.join(': '))
    .join(say('insights.list'))}</td></tr>
`
