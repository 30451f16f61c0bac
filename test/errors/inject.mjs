// Makes file operations of a process fail, be short, or be its last: NODE_OPTIONS=--import=…/inject.mjs RASTERLOOM_FAULT='{"calls": …}'.
// calls: names of operations; path: what their path contains; at, times: the first one that is struck and how many are, counted by thread;
// thread: main, worker or any; tell: a file for the number of operations of the main thread; fault: an errno, or one of those below.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const { calls, path = '', at = 1, times = 1, thread = 'any', fault = 'none', tell } = JSON.parse(process.env.RASTERLOOM_FAULT)
const paths = new Map()
const isMine = thread === 'any' || (thread === 'main') === isMainThread
let count = 0

function isStruck(name, where) {
  const file = typeof where === 'number' ? (paths.get(where) ?? '') : String(where)
  if (!isMine || !calls.includes(name) || !file.includes(path)) return false
  count++
  return fault !== 'none' && count >= at && count < at + times
}

function die() {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}

function strike(name) {
  if (fault === 'kill' || fault === 'torn') die()
  if (fault === 'throw') throw new Error('struck')
  if (fault === 'exit') process.exit(3)
  if (fault === 'heap') {
    const held = []
    for (;;) held.push(new Array(1e5).fill(held.length + 0.5))
  }
  throw Object.assign(new Error(`${fault}: struck, ${name}`), { code: fault, syscall: name })
}

/** A shorter length for faults that only do a part. */
const partOf = (length) => Math.max(1, Math.floor(length / 2))

/** Calls like (file, bytes, offset, length, position). */
function transfer(name, call, self, args) {
  const [file, bytes, offset = 0, length = bytes.byteLength - offset, ...rest] = args
  const where = self === undefined ? file : self.fd
  if (!isStruck(name, where)) return call.apply(self, args)
  if (fault === 'short') return call.call(self, file, bytes, offset, partOf(length), ...rest)
  if (fault === 'torn') {
    call.call(self, file, bytes, offset, partOf(length), ...rest)
    die()
  }
  return strike(name)
}

const wrap = (target, name, make) => {
  target[name] = make(target[name])
}
for (const name of ['readSync', 'writeSync']) {
  wrap(
    fs,
    name,
    (call) =>
      (...args) =>
        transfer(name, call, undefined, args),
  )
}
wrap(fs, 'openSync', (call) => (file, ...rest) => {
  if (isStruck('openSync', file)) strike('openSync')
  const handle = call(file, ...rest)
  paths.set(handle, String(file))
  return handle
})
wrap(fs, 'writeFileSync', (call) => (file, bytes, ...rest) => {
  if (isStruck('writeFileSync', file)) {
    if (fault !== 'torn') strike('writeFileSync')
    try {
      call(file, bytes.slice(0, partOf(bytes.length)), ...rest)
    } finally {
      die()
    }
  }
  return call(file, bytes, ...rest)
})
for (const name of ['readFileSync', 'renameSync', 'rmSync', 'unlinkSync', 'mkdirSync', 'linkSync', 'fsyncSync', 'statSync']) {
  wrap(fs, name, (call) => (file, ...rest) => {
    if (isStruck(name, file)) strike(name)
    return call(file, ...rest)
  })
}
for (const name of ['rename', 'rm', 'stat']) {
  wrap(fs.promises, name, (call) => async (file, ...rest) => {
    if (isStruck(name, file)) strike(name)
    return call(file, ...rest)
  })
}
const probe = await fs.promises.open('/dev/null', 'r')
const handles = Object.getPrototypeOf(probe)
await probe.close()
wrap(fs.promises, 'open', (call) => async (file, ...rest) => {
  if (isStruck('open', file)) strike('open')
  const handle = await call(file, ...rest)
  paths.set(handle.fd, String(file))
  return handle
})
for (const name of ['read', 'write']) {
  wrap(
    handles,
    name,
    (call) =>
      async function (bytes, offset = 0, length = bytes.byteLength - offset, position = undefined) {
        if (!isStruck(name, this.fd)) return call.call(this, bytes, offset, length, position)
        if (fault === 'short') return call.call(this, bytes, offset, partOf(length), position)
        if (fault === 'torn') {
          await call.call(this, bytes, offset, partOf(length), position)
          die()
        }
        return strike(name)
      },
  )
}
wrap(
  handles,
  'sync',
  (call) =>
    async function () {
      if (isStruck('sync', this.fd)) strike('sync')
      return call.call(this)
    },
)
syncBuiltinESMExports()

if (tell !== undefined && isMainThread) {
  const write = fs.writeFileSync
  process.on('exit', () => write(tell, String(count)))
}
