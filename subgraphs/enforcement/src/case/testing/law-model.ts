import { addDays, addWorkdays, workdayOnOrAfter } from '@township-graph/shared/calendar';
import { type Attempt, FIRST_TEAM, SECOND_TEAM } from './law-attempts';
import { LawStory, type Place } from './law-story';

const LARGE = 20_000;

/** Before a decision, and not with anybody else. */
const OURS: readonly Place[] = ['open', 'told', 'hearing', 'review', 'still'];

/** Who may review, and host. */
const REVIEWERS = ['reviewer', 'veteran'];
const HOSTS = ['host', 'three'];

/**
 * The law on penalties as a reader of its text would apply it to the story of one case: nothing of the machine, its columns or
 * its guards is used.
 */
export class LawModel extends LawStory {
  isLawful(attempt: Attempt): boolean {
    const place = this.place();
    const isOneOf = (...places: readonly Place[]) => places.includes(place);
    switch (attempt.does) {
      case 'wait':
        return true;
      case 'investigate':
        return place === 'open' && !this.isConcluded() && this.areOfTeam(attempt.officers);
      case 'listen':
      case 'preserve':
        return place === 'open' && !this.isConcluded() && this.areOfTeam(FIRST_TEAM);
      case 'believe':
        return place === 'open' && !this.isConcluded() && this.unverified() > 0 && this.isStaffed();
      case 'exclude':
        return isOneOf(...OURS) && this.evidence() > 0;
      case 'object':
        return isOneOf(...OURS) && !this.recused().includes(attempt.to) && !this.objections().includes(attempt.to);
      case 'recuse':
      case 'dismiss':
        return isOneOf(...OURS) && this.objections().length > 0;
      case 'staff':
        return isOneOf(...OURS) && !SECOND_TEAM.some((officer) => this.recused().includes(officer) || officer === this.host());
      case 'order':
        return isOneOf('open', 'told') && this.isStaffed();
      case 'conclude':
        return place === 'open' && !this.isConcluded() && this.isBegun() && this.isStaffed();
      case 'suspend':
        return place === 'open' && !this.isConcluded() && this.isBegun();
      case 'resume':
        return place === 'still';
      case 'reopen':
        return isOneOf('open', 'told') && this.isConcluded();
      case 'notify':
        return place === 'open' && this.isConcluded() && this.mayTell(attempt.yuan);
      case 'speak':
      case 'waive':
        return isOneOf('told', 'hearing');
      case 'waiveHearing':
        return place === 'told' && this.hearing() === 'offered';
      case 'ask':
        return place === 'told' && this.hearing() === 'offered' && this.today <= this.fiveWorkdays();
      case 'schedule':
        return place === 'hearing' && addDays(this.today, attempt.inDays) >= addWorkdays(this.today, 7) && this.mayHost(attempt.host);
      case 'hold':
        return place === 'hearing' && this.isStaffed() && this.hearingDay() !== null && this.today >= this.hearingDay()!;
      case 'submit':
        return this.isStaffed() && (this.stands('conclude') || (this.stands('notify', 'hold') && this.isHeard()));
      case 'review':
        return place === 'review' && REVIEWERS.includes(attempt.reviewer) && !this.recused().includes(attempt.reviewer);
      case 'deliberate':
        return this.stands('notify', 'hold', 'review') && !this.isAccused() && this.isStaffed() && this.isHeard() && this.isReviewed();
      case 'decide':
        return place === 'told' && this.mayPunish(attempt.yuan);
      case 'acquit':
        return isOneOf('open', 'told') && this.isConcluded() && !this.isAccused() && this.mayBeDecided() && !this.isSameAgain('acquit', 0);
      case 'terminate':
      case 'accuse':
        return isOneOf(...OURS) && !this.isAccused();
      case 'approve':
      case 'deny':
        return isOneOf(...OURS) && this.isAccused() && !this.isApproved();
      case 'handOver':
        return isOneOf(...OURS) && this.isApproved();
      case 'giveBack':
        return place === 'away' && this.last('handOver', 'assign')?.does === 'handOver';
      case 'dispute':
        return isOneOf(...OURS) && !this.isAccused() && !this.isDisputed();
      case 'keep':
      case 'assign':
        return isOneOf(...OURS) && !this.isAccused();
      case 'release':
        return this.kept() > 0 && !isOneOf('closed', 'filed');
      case 'take':
        return false;
      case 'serve':
        return place === 'decided';
      case 'pay':
        return place === 'served' && attempt.yuan <= this.owed();
      case 'check':
        return this.orders() > 0 && isOneOf(...OURS, 'decided', 'served');
      case 'close':
        return (
          place === 'served' &&
          this.kept() === 0 &&
          this.orders() === 0 &&
          this.isSettledInMoney() &&
          !this.isContested() &&
          this.owedBack().length === 0
        );
      case 'archive':
        return isOneOf('ended', 'closed') && this.kept() === 0 && this.owedBack().length === 0;
      case 'revoke':
        return isOneOf('decided', 'served', 'closed', 'filed') && this.sinceAnnulled('decide', 'acquit') !== null;
      case 'contest':
        return isOneOf('served', 'closed', 'filed') && this.sinceAnnulled('serve') !== null && !this.isContested();
      case 'uphold':
      case 'annul':
        return isOneOf('served', 'closed', 'filed') && this.isContested();
      case 'mitigate':
        return isOneOf('served', 'closed', 'filed') && this.isContested() && attempt.yuan <= this.fine();
      case 'repay':
        return this.owedBack().length > 0;
    }
  }

  /** §40, §44: of what is proven, and no heavier than before without more. */
  private mayTell(yuan: number): boolean {
    return !this.isAccused() && this.isStaffed() && this.evidence() > 0 && !this.isHeavierWithoutProof(yuan);
  }

  /** Two at least are left to act (§42). */
  private isStaffed(): boolean {
    return this.team().length >= 2;
  }

  private areOfTeam(officers: readonly string[]): boolean {
    return officers.every((officer) => this.team().includes(officer));
  }

  /** The last host of a hearing. */
  private host(): string | null {
    const plan = this.last('schedule');
    return plan?.does === 'schedule' ? plan.host : null;
  }

  /** §64(4): nobody who investigates or did, and nobody who was recused. */
  private mayHost(officer: string): boolean {
    const hasInvestigated = this.last('staff') !== null && SECOND_TEAM.some((each) => each === officer);
    return HOSTS.includes(officer) && !hasInvestigated && !this.recused().includes(officer);
  }

  /** §43: not before it is decided who stands aside, nor by fewer than two. */
  private mayBeDecided(): boolean {
    return this.objections().length === 0 && this.isStaffed();
  }

  /** 行政诉讼法§71: what was annulled is not decided again as it was, unless something was proven since. */
  private isSameAgain(does: 'decide' | 'acquit', yuan: number): boolean {
    const at = this.annulledAt();
    if (at < 0) return false;
    const before = this.story.slice(0, at).findLast((deed) => ['decide', 'acquit', 'mitigate'].includes(deed.does));
    const wasYuan = before?.does === 'decide' || before?.does === 'mitigate' ? before.yuan : 0;
    const isAlike = (before?.does === 'acquit') === (does === 'acquit');
    return isAlike && wasYuan === yuan && this.after(at, 'investigate', 'believe').length === 0;
  }

  private toldOf(): number {
    const notice = this.current('notify');
    return notice?.does === 'notify' ? notice.yuan : 0;
  }

  /** §45②: heavier than it was told before, although nothing new was found since. */
  private isHeavierWithoutProof(yuan: number): boolean {
    const before = this.story.findLastIndex(({ does }) => does === 'notify');
    const told = this.story[before];
    return told?.does === 'notify' && yuan > told.yuan && this.after(before, 'investigate', 'believe').length === 0;
  }

  private fiveWorkdays(): string {
    return addWorkdays(this.current('notify')!.on, 5);
  }

  private hearing(): 'none' | 'offered' | 'asked' | 'done' {
    if (this.toldOf() < LARGE) return 'none';
    if (this.current('waiveHearing') || this.current('hold')) return 'done';
    return this.current('ask') ? 'asked' : 'offered';
  }

  private hearingDay(): string | null {
    const plan = this.current('schedule');
    return plan?.does === 'schedule' && !this.recused().includes(plan.host) ? addDays(plan.on, plan.inDays) : null;
  }

  /** §45, §62, §63: spoken, waived or out of time; and no hearing that may still be asked for, or was and is not held. */
  private isHeard(): boolean {
    if (!this.current('notify')) return false;
    const isOver = this.today > this.fiveWorkdays();
    const hasSpoken = this.current('speak', 'waive', 'hold') !== null || isOver;
    const hearing = this.hearing();
    return hasSpoken && (hearing === 'none' || hearing === 'done' || (hearing === 'offered' && isOver));
  }

  /** §58: a review that passed, after the hearing if there was one. */
  private isReviewed(): boolean {
    const conclusion = this.current('conclude');
    const held = this.story.findLastIndex(({ does }) => does === 'hold');
    const wasHeard = held > this.since();
    const needs = (conclusion?.does === 'conclude' && conclusion.isComplex) || wasHeard;
    return !needs || this.after(wasHeard ? held : this.since(), 'review').some((deed) => deed.does === 'review' && deed.passes);
  }

  /** §57②: together, and anew once the party has spoken again. */
  private isDeliberated(): boolean {
    const conclusion = this.current('conclude');
    if (conclusion?.does === 'conclude' && !conclusion.isGrave) return true;
    return this.current('deliberate', 'speak', 'waive', 'waiveHearing')?.does === 'deliberate';
  }

  /** §60: ninety days since filing; what stood still by a rule, or lay with the police, is not counted. */
  private isInTime(): boolean {
    const annulled = this.annulledAt();
    const pauses = this.story.flatMap((deed, index) =>
      index > annulled && (deed.does === 'suspend' || deed.does === 'handOver')
        ? [[deed.on, this.after(index, 'resume', 'giveBack')[0]?.on ?? this.today] as const]
        : [],
    );
    const isCounted = (day: string) => !pauses.some(([from, to]) => day >= from && day < to);
    // Of what is to be decided anew, sixty from the judgment, where that set no time.
    let last = annulled < 0 ? this.filedOn : this.story[annulled]!.on;
    for (let left = annulled < 0 ? 90 : 60; left > 0; ) {
      last = addDays(last, 1);
      if (isCounted(last)) left -= 1;
    }
    while (!isCounted(last) || workdayOnOrAfter(last) !== last) last = addDays(last, 1);
    return this.today <= last;
  }

  private mayPunish(yuan: number): boolean {
    return (
      yuan <= this.toldOf() &&
      !this.isSameAgain('decide', yuan) &&
      !this.isAccused() &&
      this.mayBeDecided() &&
      this.isInTime() &&
      this.evidence() > 0 &&
      this.isHeard() &&
      this.isReviewed() &&
      this.isDeliberated() &&
      this.last('order') !== null
    );
  }

  private fine(): number {
    const decision = this.sinceAnnulled('decide', 'acquit', 'mitigate');
    return decision?.does === 'decide' || decision?.does === 'mitigate' ? decision.yuan : 0;
  }

  /** Of this decision, before the day. */
  private paid(before = addDays(this.today, 1)): number {
    const payments = this.after(this.annulledAt(), 'pay').filter(({ on }) => on < before);
    return payments.reduce((sum, deed) => (deed.does === 'pay' ? sum + deed.yuan : sum), 0);
  }

  private owed(): number {
    return Math.max(0, this.fine() - this.paid());
  }

  /** Fifteen days to pay, and nothing was added for being late: the model pays late fines not at all, so it closes only what none was added to (§73③). */
  private isSettledInMoney(): boolean {
    if (this.owed() > 0) return false;
    const due = workdayOnOrAfter(addDays(this.sinceAnnulled('serve')!.on, 15));
    for (let day = addDays(due, 1); day <= this.today; day = addDays(day, 1))
      if (this.fine() > this.paid(day) && !this.wasContestedOn(day)) return false;
    return true;
  }

  private wasContestedOn(day: string): boolean {
    return this.story.some(
      (deed, index) =>
        deed.does === 'contest' && day >= deed.on && day <= (this.after(index, 'uphold', 'annul', 'mitigate')[0]?.on ?? this.today),
    );
  }
}
