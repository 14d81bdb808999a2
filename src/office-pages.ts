import { Router } from 'express'
import { briefPartsOf, officeSecret } from './brief-parts.ts'
import type { Config } from './config.ts'
import { redact } from './conversation/redact.ts'
import { dayInChina } from './core/day.ts'
import { BRIEF, briefPage } from './insights/brief/brief-page.ts'
import { CAMPAIGNS, campaignsPage } from './insights/campaigns/campaigns-page.ts'
import { CONTROLS, controlsPage } from './insights/controls/controls-page.ts'
import { INBOX, inboxPage } from './insights/inbox/inbox-page.ts'
import { CORRECTIONS, correctionsPage } from './insights/loop/corrections-page.ts'
import { DRAFTS, draftsPage } from './insights/loop/drafts-page.ts'
import { insightsPages } from './insights/routes.ts'
import { pageSender } from './insights/send-page.ts'
import { accountPage } from './insights/sign-in/account-page.ts'
import { AUDIT, auditPage } from './insights/sign-in/audit-page.ts'
import { type Local, local } from './insights/sign-in/local.ts'
import { oidc } from './insights/sign-in/oidc.ts'
import { readRoleValues } from './insights/sign-in/roles.ts'
import { signIn } from './insights/sign-in/sign-in.ts'
import type { OfficeParts } from './insights-pages.ts'
import { officeAudit } from './office/audit.ts'
import { campaignsIn } from './office/campaigns.ts'
import { controlSettings } from './office/controls.ts'
import { correctionsIn } from './office/corrections.ts'
import { officeSessions } from './office/sessions.ts'

/** Puts the pages together: routes behind the sign-in, each with what it shows. */
export async function openPages({
  config,
  service,
  counts,
  log,
  firstPassword,
  onAnswer,
}: OfficeParts): Promise<Router> {
  const { database, translate, understanding } = service
  const now = () => new Date()
  const today = () => dayInChina(now())
  const brief = await briefPartsOf({ database, counts, understanding, translate, config, now })
  const { release, words, catalogue, madeUp } = brief
  const audit = officeAudit(database, now)
  const signedIn = signIn({
    sessions: officeSessions(database, now),
    audit,
    translate,
    secret: config.SESSION_SECRET ?? (await officeSecret(database, 'session')),
    publicUrl: config.PUBLIC_URL,
    oidc: oidcOf(config),
    local: await localOf(config, firstPassword),
    onTrouble: (trouble) => log.warn(trouble, 'sign-in failed'),
  })
  const { account } = signedIn
  const { handovers } = service.desk
  const links = [...(handovers ? [INBOX] : []), BRIEF, CAMPAIGNS, DRAFTS, CORRECTIONS, CONTROLS, AUDIT]
  const sendPage = pageSender({ translate, today, account, links, madeUp })

  return Router().use(
    signedIn.routes,
    accountPage(signedIn, { translate, sendPage }),
    ...(handovers ? [inboxPage(signedIn, { handovers, audit, translate, sendPage, redact, onAnswer, now })] : []),
    briefPage(signedIn, { ...brief, sendPage }),
    campaignsPage(signedIn, {
      campaigns: campaignsIn(database, now),
      release,
      audit,
      catalogue,
      translate,
      today,
      sendPage,
    }),
    draftsPage(signedIn, { ...brief, sendPage }),
    correctionsPage(signedIn, {
      corrections: correctionsIn(database, now),
      refresh: service.corrections.refresh,
      release,
      audit,
      catalogue,
      translate,
      today,
      sendPage,
    }),
    controlsPage(signedIn, {
      settings: controlSettings(database, now),
      refresh: service.controls.refresh,
      audit,
      catalogue,
      translate,
      sendPage,
    }),
    auditPage(signedIn, { audit, links, translate, sendPage }),
    insightsPages({
      release,
      words,
      catalogue,
      translate,
      today,
      knowledge: () => service.knowledge.current().revision,
      guard: signedIn.requires,
      account,
      links,
      madeUp,
    }),
  )
}

/** The office's own password: the one that was set, or without accounts of the organisation the one made at first start. */
async function localOf(
  { INSIGHTS_PASSWORD_HASH, OIDC_ISSUER }: Config,
  firstPassword: OfficeParts['firstPassword'],
): Promise<Local | undefined> {
  if (INSIGHTS_PASSWORD_HASH !== undefined) return local(INSIGHTS_PASSWORD_HASH)
  return OIDC_ISSUER === undefined ? local(await firstPassword()) : undefined
}

const oidcOf = (config: Config) =>
  config.OIDC_ISSUER === undefined || config.OIDC_CLIENT_ID === undefined || config.PUBLIC_URL === undefined
    ? undefined
    : oidc(
        {
          issuer: config.OIDC_ISSUER,
          clientId: config.OIDC_CLIENT_ID,
          clientSecret: config.OIDC_CLIENT_SECRET,
          scope: config.OIDC_SCOPE,
          publicUrl: config.PUBLIC_URL,
          roleClaim: config.OIDC_ROLE_CLAIM,
          roles: readRoleValues(config.OIDC_ROLES),
          insecure: config.NODE_ENV !== 'production' && config.OIDC_ISSUER.startsWith('http:'),
        },
        Date.now,
      )
