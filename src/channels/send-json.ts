import type { ServerResponse } from 'node:http'

/** Answers a POST with JSON text. Express's own `json` looks for ETags, ranges and methods first, and copies the text into a buffer of its own; together half of what writing the response costs. */
export function sendJson(response: ServerResponse, status: number, json: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(json))
  response.end(json)
}
