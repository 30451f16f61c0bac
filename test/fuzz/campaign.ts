import { expect, it } from 'vitest'
import { type Random, random } from '../conformance/random.js'
import type { Verdict } from './drive.js'
import { watchdog } from './watchdog.js'

/** Of the run in continuous integration, and of the full one, over all suites. */
const [shortRun, fullRun] = [20_000, 1_000_000]

/** Mutants of all suites together: 20,000, a million with `RASTERLOOM_FULL=1`, as many as `RASTERLOOM_MUTANTS` says. */
const total = Number(process.env.RASTERLOOM_MUTANTS ?? (process.env.RASTERLOOM_FULL === '1' ? fullRun : shortRun))

/** Whether this run has more time than continuous integration gives. */
export const isLong = total > shortRun

/** What mutants are made from; another seed makes others. */
export const fuzzSeed = Number(process.env.RASTERLOOM_SEED ?? 20261123)

/** Faults after which a suite has said enough. */
const mostFaults = 20

/** One format's part of the fuzzing. `S`: a sound file; `M`: a damaged one. */
export interface Campaign<S, M> {
  /** What is damaged, in the plural. */
  readonly name: string
  /** Share of all mutants, from 0 to 1. */
  readonly share: number
  seeds(): Promise<readonly S[]>
  mutate(seed: S, rng: Random): M
  meet(mutant: M): Promise<Verdict>
}

/**
 * The one runner of the fuzz suites: each mutant is read or refused with a typed error, within time and memory; a test that fails names the
 * seed and the number that make the mutant again. A mutant that hangs ends the process after a while, with its number.
 */
export function campaign<S, M>({ name, share, seeds, mutate, meet }: Campaign<S, M>): void {
  const mutants = Math.ceil(total * share)
  it(`${mutants} mutants of ${name} are read or refused with a typed error`, { timeout: isLong ? 36_000_000 : 300_000 }, async () => {
    const sound = await seeds()
    expect(sound.length).toBeGreaterThan(0)
    const faults = new Map<string, number>()
    const outcomes = { read: 0, refused: 0, 'over budget': 0 }
    const dog = watchdog(name, fuzzSeed)
    for (let index = 0; index < mutants && faults.size < mostFaults; index++) {
      dog.at(index)
      const { outcome, fault } = await meet(mutate(sound[index % sound.length] as S, random(fuzzSeed + index)))
      outcomes[outcome]++
      if (fault !== null && !faults.has(fault)) faults.set(fault, index)
    }
    await dog.end()
    process.stdout.write(`fuzz: ${mutants} ${name} from ${sound.length} seeds: ${JSON.stringify(outcomes)}\n`)
    const told = [...faults].map(
      ([fault, index]) => `RASTERLOOM_SEED=${fuzzSeed}, mutant ${index} of seed ${index % sound.length}: ${fault}`,
    )
    expect(told).toEqual([])
  })
}
