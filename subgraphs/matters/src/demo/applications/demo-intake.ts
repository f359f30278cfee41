import { startOfDay } from '@township-graph/shared/clock';
import { demoCreditCode } from '@township-graph/shared/credit-code';
import { demoId, demoIdAt } from '@township-graph/shared/demo/demo-id';
import { demoPerson } from '@township-graph/shared/demo/demo-person';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import type { DemoRandom } from '@township-graph/shared/demo/random';
import { ApplicantKind, ApplicationChannel, ApplicationState, HandlerTier } from '../../application/application.enums';
import { VillageRole } from '../../matter/matter.enums';
import { ServicePointTier } from '../../service-point/service-point.enums';
import { type CatalogueItem, catalogue } from '../catalogue';
import type { ApplicationRow } from './demo-course';
import { matterOn, type Offer, type Place } from './offers';

/** Where, when, how and for what one applies. */
export interface Intake {
  readonly place: Place;
  readonly offer: Offer;
  readonly channel: ApplicationChannel;
  readonly day: string;
  /** Minutes after midnight. */
  readonly minute: number;
}

const WINDOWS_OF_A_CENTER = 8;

export const instantOf = (day: string, minute: number): Date => new Date(startOfDay(day).getTime() + minute * 60_000);

/** The row of an application that comes in; its number is given when all of the day are known. */
export function applicationRow({ place, offer, channel, day, minute }: Intake, random: DemoRandom): ApplicationRow {
  const matter = matterOn(offer, day);
  const { divisionCode, tier } = place;
  const atWindow = channel === ApplicationChannel.WINDOW;
  return {
    ...BLANK,
    ...applicantOf(matter.basicCode, random),
    id: demoIdAt(instantOf(day, minute), random),
    divisionCode,
    matterId: matter.id,
    implementationCode: matter.implementationCode,
    matterName: matter.name,
    matterKind: matter.kind,
    implementingCreditCode: matter.implementingCreditCode,
    implementingName: matter.implementingName,
    servicePointId: pointOf(place, channel),
    windowNumber: atWindow ? String(tier === HandlerTier.VILLAGE ? 1 : 1 + random.below(WINDOWS_OF_A_CENTER)) : null,
    channel,
    handlingKind: matter.handlingKind,
    villageRole: offer.villageRole,
    handlerTier: tier,
    decidingTier: offer.decidingTier,
    agentName: offer.villageRole === VillageRole.AGENT ? demoPerson(random).name : null,
    statutoryValue: matter.statutoryValue,
    statutoryUnit: matter.statutoryUnit,
    promisedValue: matter.promisedValue,
    promisedUnit: matter.promisedUnit,
    openedOn: day,
  };
}

const pointIds = new Map<string, string>();

/** Of what comes online nobody says where; the division takes it in. */
function pointOf({ divisionCode, tier }: Place, channel: ApplicationChannel): string | null {
  if (channel === ApplicationChannel.COMPUTER || channel === ApplicationChannel.MOBILE) return null;
  const standing = tier === HandlerTier.VILLAGE ? ServicePointTier.VILLAGE_POINT : ServicePointTier.TOWNSHIP_CENTER;
  const name = `service-point:${channel === ApplicationChannel.KIOSK ? ServicePointTier.KIOSK : standing}:${divisionCode}`;
  const id = pointIds.get(name) ?? demoId(name);
  pointIds.set(name, id);
  return id;
}

let served: ReadonlyMap<number, CatalogueItem['serves']> | undefined;

/** Somebody whom the matter serves. */
function applicantOf(basicCode: string, random: DemoRandom) {
  served ??= new Map(catalogue().map(({ serial, serves }) => [serial, serves] as const));
  // The main item of a demonstration matter is 900 and the catalogue's serial.
  const serves = served.get(Number(basicCode.slice(-6, -3)) - 900);
  const { name, idNumber, phone } = demoPerson(random);
  const isPerson = serves === 'PERSONS' || (serves === 'BOTH' && random.chance(0.5));
  return {
    applicantKind: isPerson ? ApplicantKind.NATURAL_PERSON : ApplicantKind.ENTERPRISE,
    applicantName: name,
    applicantOrganization: isPerson ? null : `示例企业（${demoCreditCode('91', LANKAO, random.below(10_000))}）`,
    applicantIdNumber: idNumber,
    applicantPhone: phone,
    applicantAddress: '示例地址（非真实门牌）',
  };
}

const BLANK = {
  acceptanceNumber: null,
  bundleApplicationId: null,
  isInternal: false,
  state: ApplicationState.SAVED,
  version: 1,
  receivedAt: null,
  acceptedAt: null,
  isDeemedAccepted: false,
  dueAt: null,
  decidedAt: null,
  isOnTime: null,
  completedAt: null,
  endedAt: null,
  outcome: null,
  reason: null,
  resultName: null,
  corrections: 0,
  missingMaterials: [],
  isTolerated: false,
  isOnCommitment: false,
  specialProcedure: null,
  extensions: 0,
  deliveryMethod: null,
  courier: null,
  trackingNumber: null,
  deliveredAt: null,
  ratingGrade: null,
  isDemonstration: true,
} as const;
