import { constants, enableCompileCache } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { relaunchForMemory } from './allocator.js'

relaunchForMemory()

// Before anything else is loaded: compiled modules are kept between starts, which halves the time to ready. They are kept beside the packages, since whoever can write there can change the
// code as well; where nobody can, in the system's folder for such things. This file is JavaScript, so that Node need not load its compiler of TypeScript (18 MB) for it: all others
// come out of the cache. Threads and processes that are started from here use the same one.
const kept = enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled/', import.meta.url)))
const { directory } = kept.status === constants.compileCacheStatus.FAILED ? enableCompileCache() : kept
if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= dirname(directory)
const { runCommand } = await import('./command-line.ts')
process.exitCode = await runCommand(process.argv.slice(2))
