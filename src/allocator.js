/**
 * How the GNU C library's allocator is told to hold memory, which it reads once, before anything of ours runs (https://www.gnu.org/software/libc/manual/html_node/Memory-Allocation-Tunables.html).
 * It makes a heap for each of a dozen threads and hands little of them back: 26 MB of a service that has answered for a while. One heap is enough where one thread does nearly all, what is large is
 * mapped by itself, and so given back when it is free.
 */
const SETTINGS = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '65536' }

/**
 * Begins anew with the allocator's settings, in this same process, where they were not given: only what serves for days, on Linux, and no child that talks to its parent, since that would lose its line.
 * Whoever sets one of them by hand keeps to that.
 */
export function relaunchForMemory() {
  const { platform, execPath, argv0, execArgv, argv, env, channel } = process
  if (platform !== 'linux' || argv[2] !== 'serve' || channel || Object.keys(SETTINGS).some((name) => name in env))
    return
  process.execve?.(execPath, [argv0, ...execArgv, ...argv.slice(1)], { ...env, ...SETTINGS })
}
