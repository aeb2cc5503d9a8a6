import { describe, expect, it } from 'vitest';
import { emptyCatalog } from '../../pools';
import { compile } from '../compile';
import { normalise, PipelineSpec, PlatformSpec, type SpecFile } from '../spec';
import { GROUP_TWINS } from '../testing/group-twins';
import { STEP_TWINS } from '../testing/step-twins';
import { readSpec, SpecFileError, writeSpec } from '../yaml';
import { SpecImportError } from './import-error';
import { importSpec } from './import-spec';
import { corpus } from '../testing/corpus';
import { mutate, random, spoil } from '../testing/mutate';
import { recompile } from '../testing/recompile';

const RUNS = Number(process.env.WEFT_SPOILT ?? 400);
const SEED = Number(process.env.WEFT_SEED ?? 20);
/** Large files tell no more than small ones, and take their time. */
const LONGEST = 12_000;

/** Where there are no real specs: what the SDK could have written. */
const drawn = Object.values({ ...GROUP_TWINS, ...STEP_TWINS }).map(twin =>
  writeSpec(compile(twin(), emptyCatalog, 'kfp-2.18'))
);
const texts = [...(corpus()?.values() ?? drawn)].filter(text => text.length < LONGEST);
const files = texts.map(text => readSpec(text));

/** True when it can be drawn; then it comes back as it was. */
function comesBack(file: SpecFile): boolean {
  const imported = importSpec(file, { id: 'spoilt' });
  const { spec, platform } = recompile(imported);
  expect({ spec, platform }).toEqual({ spec: file.spec, platform: file.platform });
  return true;
}

/** Runs `what`; refusals are as clear as they may be. */
function orIsRefused(what: () => boolean): boolean {
  try {
    return what();
  } catch (error) {
    if (!(error instanceof SpecFileError || error instanceof SpecImportError)) {
      throw error;
    }
    expect(error.message).toMatch(/^[A-Z`"].*[.]$/s);
    return false;
  }
}

describe('spoilt specs come back as they are, or are refused in one sentence', { timeout: 600_000 }, () => {
  it('when parts are left out, said twice or replaced', () => {
    const next = random(SEED);
    let count = 0;
    for (let run = 0; run < RUNS; run++) {
      const { spec, platform } = files[Math.floor(next() * files.length)];
      let spoilt: unknown = { spec, platform };
      for (let times = 1 + Math.floor(next() * 3); times > 0; times--) {
        spoilt = mutate(spoilt, next);
      }
      const isDrawn = () => {
        const found = spoilt as Partial<SpecFile>;
        return comesBack({
          spec: normalise(PipelineSpec, found.spec),
          ...(found.platform && { platform: normalise(PlatformSpec, found.platform) }),
          comment: ''
        });
      };
      try {
        count += orIsRefused(isDrawn) ? 1 : 0;
      } catch (error) {
        throw new Error(`Run ${run} of seed ${SEED}: ${JSON.stringify(spoilt)}`, { cause: error });
      }
    }
    process.stdout.write(`${count} of ${RUNS} specs with replaced parts were drawn\n`);
    expect(count).toBeGreaterThan(RUNS / 4);
  });

  it('when their text is cut or changed', () => {
    const next = random(SEED + 1);
    let count = 0;
    for (let run = 0; run < RUNS; run++) {
      const text = spoil(texts[Math.floor(next() * texts.length)], next);
      try {
        count += orIsRefused(() => comesBack(readSpec(text))) ? 1 : 0;
      } catch (error) {
        throw new Error(`Run ${run} of seed ${SEED}: ${text}`, { cause: error });
      }
    }
    process.stdout.write(`${count} of ${RUNS} specs with changed text were drawn\n`);
  });

  it('when a file is written again', () => {
    for (const file of files) {
      expect(readSpec(writeSpec(file)).spec).toEqual(file.spec);
    }
  });
});
