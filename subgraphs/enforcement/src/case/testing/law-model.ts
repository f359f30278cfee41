import { addDays, addWorkdays, workdayOnOrAfter } from '@township-graph/shared/calendar';

/** What somebody may try in a case, with what it is told. Sums in yuan. */
export type Attempt =
  | { readonly does: 'investigate' | 'order' | 'waive' | 'speak' | 'waiveHearing' | 'ask' | 'hold' | 'submit' | 'deliberate' | 'reopen' }
  | { readonly does: 'conclude'; readonly isComplex: boolean; readonly isGrave: boolean }
  | { readonly does: 'notify' | 'decide'; readonly yuan: number }
  | { readonly does: 'schedule'; readonly inDays: number; readonly host: string }
  | { readonly does: 'review'; readonly passes: boolean; readonly reviewer: string }
  | { readonly does: 'acquit' | 'suspend' | 'resume' | 'terminate' }
  | { readonly does: 'accuse' | 'approve' | 'deny' | 'handOver' | 'giveBack' }
  | { readonly does: 'preserve' | 'release' | 'take' }
  | { readonly does: 'serve' }
  | { readonly does: 'pay'; readonly yuan: number }
  | { readonly does: 'check' | 'close' | 'archive' | 'revoke' }
  | { readonly does: 'contest' | 'uphold' | 'annul' }
  | { readonly does: 'wait'; readonly days: number };

type Deed = Attempt & { readonly on: string };

const LARGE = 20_000;
type Place = 'open' | 'told' | 'hearing' | 'review' | 'still' | 'away' | 'decided' | 'served' | 'ended' | 'closed' | 'filed' | 'revoked';

/** Before a decision, and not with anybody else. */
const OURS: readonly Place[] = ['open', 'told', 'hearing', 'review', 'still'];

/**
 * The law on penalties as a reader of its text would apply it to the story of one case: nothing of the machine, its columns or
 * its guards is used. Every answer is found by going back through what was done, and when.
 */
export class LawModel {
  private readonly story: Deed[] = [];

  constructor(
    readonly filedOn: string,
    public today = filedOn,
  ) {}

  get deeds(): readonly Deed[] {
    return this.story;
  }

  /** Writes down what was done; waiting passes the days. */
  tell(attempt: Attempt): void {
    if (attempt.does === 'wait') {
      this.today = addDays(this.today, attempt.days);
      return;
    }
    this.story.push({ ...attempt, on: this.today } as Deed);
  }

  isLawful(attempt: Attempt): boolean {
    const place = this.place();
    const isOneOf = (...places: readonly Place[]) => places.includes(place);
    switch (attempt.does) {
      case 'wait':
        return true;
      case 'investigate':
      case 'preserve':
        return place === 'open' && !this.isConcluded();
      case 'order':
        return isOneOf('open', 'told');
      case 'conclude':
        return place === 'open' && !this.isConcluded() && this.isBegun() && this.evidence() > 0;
      case 'suspend':
        return place === 'open' && !this.isConcluded() && this.isBegun();
      case 'resume':
        return place === 'still';
      case 'reopen':
        return isOneOf('open', 'told') && this.isConcluded();
      case 'notify':
        return place === 'open' && this.isConcluded() && !this.isAccused() && !this.isHeavierWithoutProof(attempt.yuan);
      case 'speak':
      case 'waive':
        return isOneOf('told', 'hearing');
      case 'waiveHearing':
        return place === 'told' && this.hearing() === 'offered';
      case 'ask':
        return place === 'told' && this.hearing() === 'offered' && this.today <= this.fiveWorkdays();
      case 'schedule':
        return place === 'hearing' && addDays(this.today, attempt.inDays) >= addWorkdays(this.today, 7) && attempt.host === 'host';
      case 'hold':
        return place === 'hearing' && this.hearingDay() !== null && this.today >= this.hearingDay()!;
      case 'submit':
        return this.stands('conclude') || (this.stands('notify', 'hold') && this.isHeard());
      case 'review':
        return place === 'review' && attempt.reviewer === 'reviewer';
      case 'deliberate':
        return this.stands('notify', 'hold', 'review') && !this.isAccused() && this.isHeard() && this.isReviewed();
      case 'decide':
        return place === 'told' && this.mayPunish(attempt.yuan);
      case 'acquit':
        return isOneOf('open', 'told') && this.isConcluded() && !this.isAccused() && !this.isSameAgain('acquit', 0);
      case 'terminate':
      case 'accuse':
        return isOneOf(...OURS) && !this.isAccused();
      case 'approve':
      case 'deny':
        return isOneOf(...OURS) && this.isAccused() && !this.isApproved();
      case 'handOver':
        return isOneOf(...OURS) && this.isApproved();
      case 'giveBack':
        return place === 'away';
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
        return place === 'served' && this.kept() === 0 && this.orders() === 0 && this.isSettledInMoney() && !this.isContested();
      case 'archive':
        return isOneOf('ended', 'closed') && this.kept() === 0;
      case 'revoke':
        return isOneOf('decided', 'served', 'closed', 'filed') && this.sinceAnnulled('decide', 'acquit') !== null;
      case 'contest':
        return isOneOf('served', 'closed', 'filed') && this.sinceAnnulled('serve') !== null && !this.isContested();
      case 'uphold':
      case 'annul':
        return isOneOf('served', 'closed', 'filed') && this.isContested();
    }
  }

  /** Everything before this was undone: the case went back to be investigated. */
  private since(): number {
    return Math.max(
      ...['reopen', 'giveBack', 'annul'].map((word) => this.story.findLastIndex(({ does }) => does === word)),
      this.story.findLastIndex((deed) => deed.does === 'review' && !deed.passes),
    );
  }

  private after(index: number, ...words: string[]): Deed[] {
    return this.story.slice(index + 1).filter(({ does }) => words.includes(does));
  }

  private last(...words: string[]): Deed | null {
    return this.after(-1, ...words).at(-1) ?? null;
  }

  /** A judgment that orders a new decision takes the case back to before there was one (行政诉讼法§70). */
  private annulledAt(): number {
    return this.story.findLastIndex(({ does }) => does === 'annul');
  }

  private sinceAnnulled(...words: string[]): Deed | null {
    return this.after(this.annulledAt(), ...words).at(-1) ?? null;
  }

  private isContested(): boolean {
    return this.sinceAnnulled('contest', 'uphold')?.does === 'contest';
  }

  /** 行政诉讼法§71: what was annulled is not decided again as it was, unless something was proven since. */
  private isSameAgain(does: 'decide' | 'acquit', yuan: number): boolean {
    const at = this.annulledAt();
    const before = this.story.slice(0, Math.max(at, 0)).findLast((deed) => deed.does === 'decide' || deed.does === 'acquit');
    const wasYuan = before?.does === 'decide' ? before.yuan : 0;
    return before?.does === does && wasYuan === yuan && this.after(at, 'investigate').length === 0;
  }

  private current(...words: string[]): Deed | null {
    return this.after(this.since(), ...words).at(-1) ?? null;
  }

  private place(): Place {
    if (this.last('revoke')) return 'revoked';
    if (this.sinceAnnulled('archive')) return 'filed';
    if (this.sinceAnnulled('terminate')) return 'ended';
    if (this.sinceAnnulled('close')) return 'closed';
    if (this.sinceAnnulled('serve')) return 'served';
    if (this.sinceAnnulled('decide', 'acquit')) return 'decided';
    switch (this.sinceAnnulled('handOver', 'giveBack', 'suspend', 'resume', 'submit', 'review')?.does) {
      case 'handOver':
        return 'away';
      case 'suspend':
        return 'still';
      case 'submit':
        return 'review';
    }
    if (this.current('ask') && !this.current('hold')) return 'hearing';
    return this.current('notify') ? 'told' : 'open';
  }

  /** What the case has come to, by the last of its turning points; what is said after a deliberation takes it back to the notice. */
  private stands(...words: string[]): boolean {
    if (!['open', 'told'].includes(this.place())) return false;
    const turn = this.current('conclude', 'review', 'notify', 'hold', 'deliberate');
    const isReopened = turn?.does === 'deliberate' && this.current('deliberate', 'speak', 'waive', 'waiveHearing')?.does !== 'deliberate';
    return turn !== null && words.includes(isReopened ? 'notify' : turn.does);
  }

  private isBegun(): boolean {
    return this.last('investigate') !== null || this.since() >= 0;
  }

  private isConcluded(): boolean {
    return this.current('conclude') !== null;
  }

  private evidence(): number {
    return this.after(-1, 'investigate').length;
  }

  private orders(): number {
    return this.after(-1, 'order').length - this.after(-1, 'check').length;
  }

  /** Things that are kept; what was handed over went along. */
  private kept(): number {
    const gone = this.story.findLastIndex(({ does }) => does === 'handOver');
    return this.after(gone, 'preserve').length - this.after(gone, 'release').length;
  }

  private isAccused(): boolean {
    const step = this.last('accuse', 'deny', 'giveBack');
    return step?.does === 'accuse';
  }

  private isApproved(): boolean {
    return this.isAccused() && this.last('accuse', 'approve')?.does === 'approve';
  }

  private toldOf(): number {
    const notice = this.current('notify');
    return notice?.does === 'notify' ? notice.yuan : 0;
  }

  /** §45②: heavier than it was told before, although nothing new was found since. */
  private isHeavierWithoutProof(yuan: number): boolean {
    const before = this.story.findLastIndex(({ does }) => does === 'notify');
    const told = this.story[before];
    return told?.does === 'notify' && yuan > told.yuan && this.after(before, 'investigate').length === 0;
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
    return plan?.does === 'schedule' ? addDays(plan.on, plan.inDays) : null;
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
      this.isInTime() &&
      this.evidence() > 0 &&
      this.isHeard() &&
      this.isReviewed() &&
      this.isDeliberated() &&
      this.last('order') !== null
    );
  }

  private fine(): number {
    const decision = this.sinceAnnulled('decide');
    return decision?.does === 'decide' ? decision.yuan : 0;
  }

  private owed(): number {
    return this.after(this.annulledAt(), 'pay').reduce((left, deed) => (deed.does === 'pay' ? left - deed.yuan : left), this.fine());
  }

  /** Fifteen days to pay, and nothing was added for being late: the model pays late fines not at all, so it closes only what none was added to (§73③). */
  private isSettledInMoney(): boolean {
    if (this.fine() === 0) return true;
    const due = workdayOnOrAfter(addDays(this.sinceAnnulled('serve')!.on, 15));
    const isAdded = (on: string) => {
      for (let day = addDays(due, 1); day <= on; day = addDays(day, 1)) if (!this.wasContestedOn(day)) return true;
      return false;
    };
    return this.owed() === 0 && this.after(this.annulledAt(), 'pay').every(({ on }) => !isAdded(on));
  }

  private wasContestedOn(day: string): boolean {
    return this.story.some(
      (deed, index) => deed.does === 'contest' && day >= deed.on && day <= (this.after(index, 'uphold', 'annul')[0]?.on ?? this.today),
    );
  }
}
