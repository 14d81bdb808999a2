declare module 'xhr2' {
  /** The browser's way of making requests, in Node. */
  export const XMLHttpRequest: unknown
}
