import type { Locale } from '../../core/locale.ts'
import { changesPath, searchPath, topicsPath } from '../../core/page-paths.ts'
import type { Translate } from '../../core/translate.ts'
import { ASKS } from './message.ts'

type Button = { type: 'click'; name: string; key: string } | { type: 'view'; name: string; url: string }

/** A menu as the platform's `menu/create` takes it: up to three buttons, each with up to five below it. */
export type Menu = { button: { name: string; sub_button: Button[] }[] }

/**
 * The account's menu: each button says an utterance, or opens a page of ours where we have an address.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html
 */
export function menuOf(translate: Translate, publicUrl: string | undefined, locale: Locale = 'zh-Hans'): Menu {
  const say = (name: string): Button => ({
    type: 'click',
    name: translate(locale, `wechat.menu.${name}`),
    key: `${ASKS}${translate(locale, `wechat.menu.${name}.asks`)}`,
  })
  const open = (name: string, path: string): Button[] =>
    publicUrl === undefined
      ? []
      : [{ type: 'view', name: translate(locale, `wechat.menu.${name}`), url: `${publicUrl}${path}` }]
  return {
    button: [
      {
        name: translate(locale, 'wechat.menu.consumer'),
        sub_button: [say('quota'), say('tax'), say('allowed'), say('return'), say('parcel')],
      },
      {
        name: translate(locale, 'wechat.menu.merchant'),
        sub_button: [say('mode'), say('registration'), say('data'), say('refund')],
      },
      {
        name: translate(locale, 'wechat.menu.more'),
        sub_button: [
          ...(publicUrl === undefined ? [say('changes')] : open('changes', changesPath(locale))),
          ...open('topics', topicsPath(locale)),
          ...open('search', searchPath(locale)),
          say('help'),
        ],
      },
    ],
  }
}
