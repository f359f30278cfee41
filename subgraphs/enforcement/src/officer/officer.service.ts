import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText, textOf } from '@township-graph/shared/stated-text';
import { moveTimeline, recordStep } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { EnforcementTeam } from '../team/team.entity';
import { teamNotFound } from '../team/team.errors';
import type { Certificates } from './certificates';
import { knownCertificates } from './known-certificates';
import type { AssignOfficer, Certificate, OfficerMove, RegisterOfficer, RenewCertificate, RevokeCertificate } from './officer.commands';
import { Officer } from './officer.entity';
import { OfficerKind } from './officer.enums';
import { alreadyRegistered, notCertified, officerOutsideDuty } from './officer.errors';
import type { OfficerRepository } from './officer.repository';
import { checkOfficer, checkTeamOf } from './officer.rules';
import { ownOfficer } from './own-officer';

/** Who works in enforcement: registered, certified, put into teams. */
export class OfficerService {
  private readonly asKept: ResultForm<Officer>;

  constructor(
    private readonly commands: Commands,
    private readonly officers: OfficerRepository,
    private readonly certificates: Certificates,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(officers.manager, Officer);
  }

  registerOfficer(context: RequestContext, input: RegisterOfficer): Promise<Officer> {
    return this.run('registerOfficer', context, input, async (tx) => {
      const team = await this.ownTeam(tx, context, input.teamId);
      const officer = Object.assign(new Officer(), rowOf(input, team));
      if (!sees(context.viewer, officer.divisionCode, this.clock)) throw officerOutsideDuty(officer.divisionCode);
      const certificates = await this.certificatesFor(tx, officer, input);
      checkOfficer(officer, certificates.length > 0);
      if (await tx.existsBy(Officer, { staffMemberId: officer.staffMemberId })) throw alreadyRegistered(officer.staffMemberId);
      await insertAll(tx, Officer, [officer]);
      for (const certificate of certificates) await this.certificates.take(tx, officer.id, certificate);
      return this.done(tx, context, officer, 'REGISTER', 'OFFICER_REGISTERED');
    });
  }

  renewCertificate(context: RequestContext, input: RenewCertificate): Promise<Officer> {
    return this.move('renewCertificate', context, input, async (tx, officer) => {
      if (officer.kind !== OfficerKind.CERTIFIED) throw notCertified();
      await this.certificates.issue(tx, officer.id, input.certificate);
      const renewed = await this.change(tx, context, officer, input, {});
      return this.done(tx, context, renewed, 'RENEW_CERTIFICATE', 'OFFICER_CERTIFICATE_RENEWED');
    });
  }

  revokeCertificate(context: RequestContext, input: RevokeCertificate): Promise<Officer> {
    return this.move('revokeCertificate', context, input, async (tx, officer) => {
      if (officer.kind !== OfficerKind.CERTIFIED) throw notCertified();
      const reason = statedText('reason', input.reason, 200);
      await this.certificates.revoke(tx, officer.id, dayOf(this.clock()), reason);
      const revoked = await this.change(tx, context, officer, input, {});
      return this.done(tx, context, revoked, 'REVOKE_CERTIFICATE', 'OFFICER_CERTIFICATE_REVOKED', { note: reason });
    });
  }

  assignOfficer(context: RequestContext, input: AssignOfficer): Promise<Officer> {
    return this.move('assignOfficer', context, input, async (tx, officer) => {
      const team = await this.ownTeam(tx, context, input.teamId);
      checkTeamOf(officer.kind, team?.id ?? null);
      const divisionCode = team?.divisionCode ?? officer.divisionCode;
      const assigned = await this.change(tx, context, officer, input, { teamId: team?.id ?? null, divisionCode });
      if (divisionCode !== officer.divisionCode) await moveTimeline(tx, { type: 'Officer', id: officer.id, divisionCode });
      return this.done(tx, context, assigned, 'ASSIGN', 'OFFICER_ASSIGNED', { leftDivisionCode: officer.divisionCode });
    });
  }

  /** The one that is stated, or of who is to be certified what personnel has told of. */
  private async certificatesFor(
    tx: EntityManager,
    { kind, staffMemberId }: Officer,
    { certificate }: RegisterOfficer,
  ): Promise<readonly Certificate[]> {
    if (certificate) return [certificate];
    return kind === OfficerKind.CERTIFIED ? knownCertificates(tx, staffMemberId, dayOf(this.clock())) : [];
  }

  private run<I extends { readonly idempotencyKey?: string | null }>(
    name: string,
    context: RequestContext,
    input: I,
    work: (tx: EntityManager) => Promise<Done<Officer>>,
  ): Promise<Officer> {
    return this.commands.run(context, { name, needs: 'enforcement:manage', input, result: this.asKept, work });
  }

  private move<I extends OfficerMove>(
    name: string,
    context: RequestContext,
    input: I,
    work: (tx: EntityManager, officer: Officer) => Promise<Done<Officer>>,
  ): Promise<Officer> {
    return this.run(name, context, input, async (tx) => work(tx, await ownOfficer(tx, context.viewer, input.officerId, this.clock)));
  }

  private async change(
    tx: EntityManager,
    context: RequestContext,
    { id }: Officer,
    { expectedVersion }: OfficerMove,
    change: Partial<Pick<Officer, 'teamId' | 'divisionCode'>>,
  ): Promise<Officer> {
    await this.officers.change(tx, context.viewer, { id }, expectedVersion, change);
    return tx.findOneByOrFail(Officer, { id });
  }

  /** A team of the viewer's own divisions; null where none is named. */
  private async ownTeam(tx: EntityManager, context: RequestContext, id: string | null | undefined): Promise<EnforcementTeam | null> {
    if (!id) return null;
    const team = await tx.findOneBy(EnforcementTeam, { id });
    if (!team || !sees(context.viewer, team.divisionCode, this.clock)) throw teamNotFound();
    return team;
  }

  /** Writes the step down; others learn of it without any word about the person. */
  private async done(
    tx: EntityManager,
    context: RequestContext,
    officer: Officer,
    action: string,
    type: string,
    { note = null, leftDivisionCode }: { readonly note?: string | null; readonly leftDivisionCode?: string } = {},
  ): Promise<Done<Officer>> {
    const { id, divisionCode, version, kind, teamId } = officer;
    await recordStep(tx, this.clock, context, { type: 'Officer', id, divisionCode }, { action, from: null, to: kind, note });
    const left = leftDivisionCode === divisionCode ? {} : { leftDivisionCode };
    return {
      result: officer,
      on: [{ type: 'Officer', id, divisionCode }],
      events: [{ type, subjectType: 'Officer', subjectId: id, divisionCode, ...left, payload: { version, kind, teamId } }],
    };
  }
}

function rowOf(input: RegisterOfficer, team: EnforcementTeam | null) {
  const { kind, organization, allocation = null, reviewerSince = null } = input;
  return {
    id: uuid(),
    staffMemberId: statedText('staffMemberId', input.staffMemberId, 36),
    name: statedText('name', input.name, 50),
    kind,
    divisionCode: team?.divisionCode ?? input.divisionCode,
    organCreditCode: organization.creditCode,
    organName: statedText('organization.name', organization.name, 100),
    teamId: team?.id ?? null,
    allocation,
    legalQualificationNumber: textOf('legalQualificationNumber', input.legalQualificationNumber, 50),
    reviewerSince,
    version: 1,
  };
}
