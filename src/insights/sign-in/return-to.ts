/** Where to go after signing in when nothing better is known. */
const HOME = '/insights'

/** A base that no address of ours has, so that one that leads elsewhere shows. */
const NOWHERE = 'http://nowhere.invalid'

/**
 * The page to go to after signing in: one of the office's own, whatever was asked for. Never another site, however it is written.
 * @param wanted as it stood in an address
 */
export function returnTo(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 500 || !/^\/(?![/\\])/.test(wanted)) return HOME
  const address = URL.parse(wanted, NOWHERE)
  if (address?.origin !== NOWHERE) return HOME
  const { pathname, search } = address
  if (pathname !== HOME && !pathname.startsWith(`${HOME}/`)) return HOME
  return /^\/insights\/sign-(in|out)/.test(pathname) ? HOME : pathname + search
}
