import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isPasswordHash } from './insights/sign-in/password.ts'
import { ROLE_VALUES } from './insights/sign-in/roles.ts'

/** Digits and nothing else: `Number` would also take `0x10`, `1e3` and a space. */
const whole = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number)
const port = whole.pipe(z.number().max(65535))

/**
 * Every setting, its default and what it is for. The README's table and `.env.example` are compared with this schema by a test.
 * Secrets may be given as `NAME_FILE`, the path of a file that holds the value.
 */
export const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .meta({ description: '`production` requires secrets to be given' }),
  HOST: z.string().min(1).default('0.0.0.0').meta({ description: 'Address to listen on' }),
  PORT: port.default(3978).meta({ description: 'Port to listen on' }),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)/, 'must begin with sqlite: or postgres://')
    .default('sqlite:./data/questions.db')
    .meta({ description: 'Where the question log is kept: a file, or `postgres://user:password@host:5432/name`' }),
  SPOOL_FILE: z
    .string()
    .min(1)
    .default('./data/spool.db')
    .meta({ description: 'Where records wait while a PostgreSQL database is away' }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a web address, such as https://example.cn' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .meta({
      description: 'Address of the service as people reach it; with it, answers on every channel link to their page',
    }),
  EMBED_ORIGINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .pipe(
      z.array(
        z
          .string()
          .regex(/^https?:\/\/[\w.-]+(?::\d+)?$/, 'must be origins such as https://example.cn, separated by commas'),
      ),
    )
    .meta({ description: 'Other sites that may embed the chat, separated by commas' }),
  KNOWLEDGE_DIR: z.string().min(1).default('./knowledge').meta({ description: 'Folder of the knowledge' }),
  LOCALES_DIR: z.string().min(1).default('./locales').meta({ description: 'Folder of the wording' }),
  DIRECT_LINE_SECRET: z.string().min(16).optional().meta({
    description:
      'Signs Direct Line tokens and lets other servers ask for them; required in production, else made at start',
  }),
  DIRECT_LINE_ORIGINS: z
    .string()
    .default('')
    .meta({ description: 'Other sites whose pages may open the WebSocket, separated by commas' }),
  BOT_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Azure Bot application id; with it, `/api/messages` checks tokens' }),
  BOT_CLIENT_SECRET: z.string().min(1).optional().meta({ description: 'Its secret' }),
  BOT_TENANT_ID: z.string().min(1).optional().meta({ description: 'Its tenant' }),
  WECHAT_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/, 'must be 3 to 32 letters and digits, as the WeChat platform asks')
    .optional()
    .meta({ description: 'Token of the WeChat Official Account; with it, `/wechat` answers' }),
  WECHAT_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, 'must be the 43 letters and digits of the EncodingAESKey')
    .optional()
    .meta({ description: 'Its EncodingAESKey; with it, messages must be encrypted' }),
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx\w{6,30}$/, 'must begin with wx, as the WeChat platform shows it')
    .optional()
    .meta({ description: 'Its AppID; needed with the key' }),
  WECHAT_APP_SECRET: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Its AppSecret; with it, followers can be told of changes and sent answers later' }),
  WECHAT_API: z
    .url()
    .default('https://api.weixin.qq.com')
    .meta({ description: 'Where the WeChat platform takes messages' }),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({ description: 'OpenID provider whose accounts may sign in to the insights pages' }),
  OIDC_CLIENT_ID: z.string().min(1).optional().meta({ description: 'How we are known there' }),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().meta({ description: 'Our secret there' }),
  OIDC_SCOPE: z.string().min(1).default('openid profile email').meta({ description: 'What we ask for there' }),
  OIDC_ROLE_CLAIM: z
    .string()
    .min(1)
    .default('roles')
    .meta({ description: 'Claim that holds what somebody may do, or the path to it (`realm_access.roles`)' }),
  OIDC_ROLES: z
    .string()
    .regex(ROLE_VALUES, 'must be like reader=staff,author=publicity,admin=it')
    .default('reader=reader,author=author,admin=admin')
    .meta({ description: 'Which of its values make a reader, an author, an admin; a role may be named several times' }),
  INSIGHTS_PASSWORD_HASH: z.string().refine(isPasswordHash, 'must be made by npm run password').optional().meta({
    description:
      'Lets one password in to the insights pages, as `npm run password` makes it; with neither it nor `OIDC_ISSUER`, a password is made at first start',
  }),
  SESSION_SECRET: z.string().min(32).optional().meta({
    description: 'Seals the cookies of the insights pages; made and kept in the database when not given',
  }),
  RATE_PER_MINUTE: whole
    .default(60)
    .meta({ description: 'Questions one speaker may ask in a minute; 0 turns the limit off' }),
  TRUST_PROXY: whole.default(0).meta({ description: 'How many proxies stand in front' }),
  ASK_A_PERSON: z
    .enum(['on', 'off'])
    .default('on')
    .meta({ description: 'Whether people may hand a question to the office (`/insights/inbox`)' }),
  RETAIN_TEXT_DAYS: whole
    .default(90)
    .meta({ description: 'Days after which the words of a question are dropped; counts stay' }),
  REVIEW_AFTER_DAYS: whole.default(365).meta({ description: 'Age at which an entry is due for review' }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ description: 'How much is logged' }),
})

/** The settings as given, validated. */
export type Config = z.infer<typeof settings>

/** What is wrong with the settings, all at once, one line each. */
export class ConfigProblem extends Error {}

/**
 * Reads the settings from an environment. Empty values count as absent.
 * @throws ConfigProblem naming every setting that is wrong.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given: Record<string, string> = {}
  const problems: string[] = []
  for (const name of Object.keys(settings.shape)) {
    const file = env[`${name}_FILE`]
    if (env[name]) given[name] = env[name]
    else if (file) {
      try {
        given[name] = readFileSync(file, 'utf8').trim()
      } catch {
        problems.push(`✖ ${name}_FILE: cannot read ${file}`)
      }
    }
  }
  const result = settings.safeParse(given)
  if (!result.success) problems.push(z.prettifyError(result.error))
  if (given.NODE_ENV === 'production' && !given.DIRECT_LINE_SECRET)
    problems.push('✖ DIRECT_LINE_SECRET is required in production')
  if (given.BOT_CLIENT_SECRET && !given.BOT_CLIENT_ID)
    problems.push('✖ BOT_CLIENT_SECRET is given without BOT_CLIENT_ID')
  if (given.WECHAT_AES_KEY && !given.WECHAT_TOKEN) problems.push('✖ WECHAT_AES_KEY is given without WECHAT_TOKEN')
  if (given.WECHAT_APP_SECRET && !given.WECHAT_APP_ID)
    problems.push('✖ WECHAT_APP_SECRET is given without WECHAT_APP_ID')
  if (given.WECHAT_AES_KEY && !given.WECHAT_APP_ID) problems.push('✖ WECHAT_AES_KEY is given without WECHAT_APP_ID')
  for (const needed of ['OIDC_CLIENT_ID', 'PUBLIC_URL'])
    if (given.OIDC_ISSUER && !given[needed]) problems.push(`✖ OIDC_ISSUER is given without ${needed}`)
  if (given.NODE_ENV === 'production' && given.OIDC_ISSUER?.startsWith('http:'))
    problems.push('✖ OIDC_ISSUER must begin with https: in production')
  if (problems.length > 0 || !result.success) throw new ConfigProblem(problems.join('\n'))
  return result.data
}
