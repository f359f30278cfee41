import { HandlingKind, MatterKind } from '../../matter/matter.enums';
import { TimeUnit } from '../../matter/time-limit';
import { ApplicantKind, ApplicationChannel, ApplicationState, DecisionOutcome, HandlerTier } from '../application.enums';

const AT = new Date('2026-08-03T02:00:00.000Z');

/** A row of an application that was decided in time and delivered, for tests of what comes after. */
export function delivered(id: string, change: object = {}): object {
  return {
    id,
    acceptanceNumber: null,
    divisionCode: '410225201',
    matterId: 'm-1',
    implementationCode: '11410225DEM000014C5000100000001',
    matterName: '示例事项',
    matterKind: MatterKind.LICENSING,
    implementingCreditCode: '11410225DEM000014C',
    implementingName: '示例镇人民政府',
    channel: ApplicationChannel.WINDOW,
    handlingKind: HandlingKind.IMMEDIATE,
    handlerTier: HandlerTier.TOWNSHIP,
    decidingTier: HandlerTier.TOWNSHIP,
    isInternal: false,
    state: ApplicationState.DELIVERED,
    version: 1,
    applicantKind: ApplicantKind.NATURAL_PERSON,
    applicantName: '示例甲',
    statutoryValue: 20,
    statutoryUnit: TimeUnit.WORKDAY,
    promisedValue: 5,
    promisedUnit: TimeUnit.WORKDAY,
    openedOn: '2026-08-03',
    receivedAt: AT,
    acceptedAt: AT,
    isDeemedAccepted: false,
    decidedAt: AT,
    completedAt: AT,
    deliveredAt: AT,
    isOnTime: true,
    outcome: DecisionOutcome.GRANTED,
    corrections: 0,
    missingMaterials: [],
    isTolerated: false,
    isOnCommitment: false,
    extensions: 0,
    isDemonstration: true,
    ...change,
  };
}
