import { citizenCheckCharacter } from '../src/citizen-id';
import type { DemoRandom } from './random';

/** Anybody sees that there is nobody of this name. */
const GIVEN = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉'];

const FIRST_YEAR = 1945;
const YEARS = 58;

/** A person that does not exist: 示例…, an identity number on prefix 99 (no division) whose check is right, a telephone of no one. */
export function demoPerson(random: DemoRandom) {
  return {
    name: `示例${random.pick(GIVEN)}${random.pick(GIVEN)}`,
    idNumber: demoCitizenId(random),
    phone: `1380000${padded(random.below(10_000), 4)}`,
  };
}

/** An adult's; every month has 28 days. */
function demoCitizenId(random: DemoRandom): string {
  const born = `${FIRST_YEAR + random.below(YEARS)}${padded(1 + random.below(12), 2)}${padded(1 + random.below(28), 2)}`;
  const first17 = `990000${born}${padded(random.below(1000), 3)}`;
  return `${first17}${citizenCheckCharacter(first17)}`;
}

const padded = (number: number, width: number) => String(number).padStart(width, '0');
