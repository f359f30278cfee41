import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { covers } from '@township-graph/shared/division-code';
import { DomainError, NotFound } from '@township-graph/shared/errors';
import { refusal } from '@township-graph/shared/state-machine';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { EnforcementCase } from '../case/case.entity';
import { CaseState } from '../case/case.enums';
import { caseNotFound, invalid, upheld } from '../case/case.errors';
import type { CaseMoving } from '../case/case-moving';
import { hashed } from '../concerned-party/concerned-party.rules';
import { CaseDecision } from '../decision/case-decision.entity';
import { DecisionOutcome } from '../decision/decision.enums';
import { investigatorsOn } from '../officer/investigators';
import { Officer } from '../officer/officer.entity';
import { type HeldPower, heldPower } from '../power-grant/held-power';
import { type ActGiven, actColumns } from './act.rules';
import { isTimeBarred } from './limitation.rules';
import { type PartyGiven, partyColumns } from './party.rules';

/** What both procedures begin with. */
export interface GroundGiven {
  readonly divisionCode: string;
  readonly powerId: string;
  readonly party: PartyGiven;
  readonly act: ActGiven & { readonly sameActAs?: string | null };
  readonly officerIds: readonly string[];
}

export interface Ground {
  readonly held: HeldPower;
  readonly officers: readonly Officer[];
  readonly columns: Partial<EnforcementCase>;
}

/** Cases that came to nothing, so that the act may be taken up again. */
const DROPPED: readonly CaseState[] = [CaseState.DISMISSED, CaseState.TERMINATED, CaseState.REVOKED, CaseState.TRANSFERRED];

/** Whether it is in the way of another about the same act: not where it came to nothing, nor of who took it over. */
const stands = ({ state, receivingCreditCode }: EnforcementCase, { viewer }: RequestContext) =>
  !DROPPED.includes(state) && (receivingCreditCode === null || receivingCreditCode !== viewer.organization);

/** Whether somebody may proceed at all: the organ has the power on the day, the officers may act, the act can still be punished. */
export class CaseGround {
  constructor(private readonly moving: CaseMoving) {}

  /** The division, if the viewer acts for its organ. */
  actingIn({ viewer }: RequestContext, divisionCode: string): void {
    const { clock } = this.moving;
    if (!sees(viewer, divisionCode, clock)) throw new NotFound({ zh: '该区划', en: 'Division' });
    this.moving.refuseOthers(viewer, divisionCode);
    if (divisionCode.length > 9)
      throw invalid(
        'NOT_AN_ORGAN',
        '村（社区）没有行政处罚权（行政处罚法第十七条、第二十四条）',
        'A village imposes no penalties (行政处罚法 §17, §24)',
      );
  }

  async prepare(tx: EntityManager, context: RequestContext, given: GroundGiven): Promise<Ground> {
    const today = dayOf(this.moving.clock());
    const { divisionCode, powerId } = given;
    const held = await heldPower(tx, { powerId, divisionCode, holderCreditCode: organOf(context) }, today);
    const { power, grant, inNameOf } = held;
    const officers = await this.team(tx, given.officerIds, given.divisionCode, today);
    const party = partyColumns(given.party);
    const act = actColumns(given.act, today, power.touchesLifeHealthOrFinance);
    if (isTimeBarred({ ...act, endedOn: act.actEndedOn }))
      upheld(
        refusal(
          'TIME_BARRED',
          '违法行为已超过追责时效，不再给予行政处罚（行政处罚法第三十六条）',
          'Found too late to be punished (行政处罚法 §36)',
        ),
      );
    const actKey = await this.actKeyOf(tx, context, given, party.partyKey, act);
    const isRepeated = await this.isRepeated(tx, party.partyKey, power.id);
    const { domain, cause } = power;
    const organ = { organCreditCode: inNameOf.creditCode, organName: inNameOf.name };
    const right = { powerId, domain, cause, grantId: grant.id, grantMode: grant.mode, ...organ };
    return { held, officers, columns: { ...party, ...act, actKey, isRepeated, ...right } };
  }

  /** Two certified officers at least, on duty where the case is (§42). */
  team(tx: EntityManager, officerIds: readonly string[], divisionCode: string, day: string): Promise<Officer[]> {
    return investigatorsOn(tx, { officerIds, divisionCode }, day);
  }

  /** One officer for one function: of the place, or of those above it. */
  async officer(tx: EntityManager, id: string, divisionCode: string): Promise<Officer> {
    const officer = await tx.findOneBy(Officer, { id });
    if (officer?.id !== id || !covers(officer.divisionCode, divisionCode)) throw new NotFound({ zh: '该人员', en: 'Officer' });
    return officer;
  }

  /** The act's key: the same for cases that are said, or seen, to be about one act. */
  private async actKeyOf(
    tx: EntityManager,
    context: RequestContext,
    { act: { sameActAs }, powerId }: GroundGiven,
    partyKey: string,
    act: { readonly actOn: string; readonly place: string },
  ): Promise<string> {
    if (sameActAs) {
      const other = await this.moving.load(tx, context, sameActAs);
      if (other.partyKey !== partyKey || other.actKey === null) throw caseNotFound();
      if (other.powerId === powerId && stands(other, context)) upheld(filedAlready(other));
      return other.actKey;
    }
    const actKey = hashed(partyKey, powerId, act.actOn, act.place);
    const alike = await tx.findBy(EnforcementCase, { actKey });
    const open = alike.find((each) => each.powerId === powerId && stands(each, context));
    if (open) upheld(filedAlready(open));
    return actKey;
  }

  private async isRepeated(tx: EntityManager, partyKey: string, powerId: string): Promise<boolean> {
    return tx
      .createQueryBuilder(CaseDecision, 'decision')
      .innerJoin(EnforcementCase, 'earlier', 'earlier.id = decision.caseId')
      .where('earlier.partyKey = :partyKey AND earlier.powerId = :powerId', { partyKey, powerId })
      .andWhere('decision.outcome = :penalty AND decision.revocation IS NULL', { penalty: DecisionOutcome.PENALTY })
      .getExists();
  }
}

/** Two organs may both have jurisdiction: who filed first keeps it (行政处罚法§25). */
const filedAlready = ({ caseNumber }: EnforcementCase) =>
  refusal(
    'FILED_ALREADY',
    `该当事人的同一违法行为已经立案（${caseNumber ?? '线索'}；行政处罚法第二十五条、第二十九条）`,
    `This act of this party was filed already (${caseNumber ?? 'a clue'}; 行政处罚法 §25, §29)`,
  );

/** Who files does it as an organ. */
function organOf({ viewer }: RequestContext): string {
  if (viewer.organization) return viewer.organization;
  throw new DomainError('FORBIDDEN', 'ORGAN_UNKNOWN', {
    zh: '令牌未载明所在机关，不能立案（行政处罚法第十七条）',
    en: 'The token names no organ, and only an organ files (行政处罚法 §17)',
  });
}
