import { type Html, html } from '../../http/html.ts'
import type { Say } from '../reports/report.ts'

/** How the numbers come about and how the people behind them are protected. */
export const methodView = (say: Say): Html => html`<p class="intro">${say('insights.method.intro')}</p>
<section class="prose">
<h2>${say('insights.method.counted')}</h2>
<p>${say('insights.method.counted-text')}</p>
<h2>${say('insights.method.small')}</h2>
<ul>
<li>${say('insights.method.weeks')}</li>
<li>${say('insights.method.threshold')}</li>
<li>${say('insights.method.complement')}</li>
<li>${say('insights.method.blur')}</li>
<li>${say('insights.method.sums')}</li>
<li>${say('insights.method.part')}</li>
<li>${say('insights.method.zero')}</li>
<li>${say('insights.method.ratings')}</li>
<li>${say('insights.method.words')}</li>
</ul>
<h2>${say('insights.method.compared')}</h2>
<ul>
<li>${say('insights.method.interval')}</li>
<li>${say('insights.method.expected')}</li>
<li>${say('insights.method.few')}</li>
<li>${say('insights.method.silence')}</li>
</ul>
<h2>${say('insights.method.exports')}</h2>
<p>${say('insights.method.exports-text')} <a href="/insights/open-data.schema.json">${say('insights.method.schema')}</a></p>
</section>`
