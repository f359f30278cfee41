import { addDays } from '@township-graph/shared/calendar';
import { type Attempt, type Deed, FIRST_TEAM, SECOND_TEAM } from './law-attempts';

export type Place =
  | 'open'
  | 'told'
  | 'hearing'
  | 'review'
  | 'still'
  | 'away'
  | 'decided'
  | 'served'
  | 'ended'
  | 'closed'
  | 'filed'
  | 'revoked';

/** What was done in one case, and what it has come to: found by going back through the deeds, and when they were done. */
export abstract class LawStory {
  protected readonly story: Deed[] = [];

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
    this.story.push({ ...attempt, on: this.today, undoes: this.takesBack(attempt) });
  }

  /** Whether the case goes back to be investigated by it. */
  private takesBack(attempt: Attempt): boolean {
    switch (attempt.does) {
      case 'reopen':
      case 'giveBack':
      case 'annul':
        return true;
      case 'review':
        return !attempt.passes;
      case 'exclude':
        return this.isConcluded();
      case 'recuse': {
        const officer = this.objections()[0]!;
        const review = this.current('review');
        const plan = this.current('schedule');
        const hasReviewed = review?.does === 'review' && review.reviewer === officer;
        return hasReviewed || (this.current('hold') !== null && plan?.does === 'schedule' && plan.host === officer);
      }
      default:
        return false;
    }
  }

  /** Everything before this was undone: the case went back to be investigated. */
  protected since(): number {
    return this.story.findLastIndex(({ undoes }) => undoes);
  }

  protected after(index: number, ...words: string[]): Deed[] {
    return this.story.slice(index + 1).filter(({ does }) => words.includes(does));
  }

  protected last(...words: string[]): Deed | null {
    return this.after(-1, ...words).at(-1) ?? null;
  }

  /** A judgment that orders a new decision takes the case back to before there was one (行政诉讼法§70). */
  protected annulledAt(): number {
    return this.story.findLastIndex(({ does }) => does === 'annul');
  }

  protected sinceAnnulled(...words: string[]): Deed | null {
    return this.after(this.annulledAt(), ...words).at(-1) ?? null;
  }

  protected isContested(): boolean {
    return this.sinceAnnulled('contest', 'uphold', 'mitigate')?.does === 'contest';
  }

  protected current(...words: string[]): Deed | null {
    return this.after(this.since(), ...words).at(-1) ?? null;
  }

  protected place(): Place {
    if (this.last('revoke')) return 'revoked';
    if (this.sinceAnnulled('archive')) return 'filed';
    if (this.sinceAnnulled('terminate')) return 'ended';
    if (this.sinceAnnulled('close')) return 'closed';
    if (this.sinceAnnulled('serve')) return 'served';
    if (this.sinceAnnulled('decide', 'acquit')) return 'decided';
    const still = this.sinceAnnulled('handOver', 'assign', 'giveBack', 'suspend', 'resume')?.does;
    if (still === 'handOver' || still === 'assign') return 'away';
    if (still === 'suspend') return 'still';
    if (this.current('submit', 'review')?.does === 'submit') return 'review';
    if (this.current('ask') && !this.current('hold')) return 'hearing';
    return this.current('notify') ? 'told' : 'open';
  }

  /** What the case has come to, by the last of its turning points; what is said after a deliberation takes it back to the notice. */
  protected stands(...words: string[]): boolean {
    if (!['open', 'told'].includes(this.place())) return false;
    const turn = this.current('conclude', 'review', 'notify', 'hold', 'deliberate');
    const isReopened = turn?.does === 'deliberate' && this.current('deliberate', 'speak', 'waive', 'waiveHearing')?.does !== 'deliberate';
    return turn !== null && words.includes(isReopened ? 'notify' : turn.does);
  }

  protected isBegun(): boolean {
    return this.last('investigate', 'listen') !== null || this.since() >= 0;
  }

  protected isConcluded(): boolean {
    return this.current('conclude') !== null;
  }

  /** Evidence that was found true, and is not excluded. */
  protected evidence(): number {
    return this.after(-1, 'investigate', 'believe').length - this.after(-1, 'exclude').length;
  }

  protected orders(): number {
    return this.after(-1, 'order').length - this.after(-1, 'check').length;
  }

  /** Things that are kept; what was handed over went along. */
  protected kept(): number {
    const gone = this.story.findLastIndex(({ does }) => does === 'handOver' || does === 'assign');
    return this.after(gone, 'preserve').length - this.after(gone, 'release').length;
  }

  protected isAccused(): boolean {
    const step = this.last('accuse', 'deny', 'giveBack');
    return step?.does === 'accuse';
  }

  protected isApproved(): boolean {
    return this.isAccused() && this.last('accuse', 'approve')?.does === 'approve';
  }

  /** Evidence that nobody has found true yet. */
  protected unverified(): number {
    return this.after(-1, 'listen').length - this.after(-1, 'believe').length;
  }

  /** What became of all objections to officers, in the order in which they were made (§43). */
  private heard(): { readonly open: string[]; readonly recused: string[] } {
    const open: string[] = [];
    const recused: string[] = [];
    for (const deed of this.story) {
      if (deed.does === 'object') open.push(deed.to);
      if (deed.does === 'dismiss') open.shift();
      if (deed.does === 'recuse') recused.push(open.shift()!);
    }
    return { open, recused };
  }

  protected objections(): readonly string[] {
    return this.heard().open;
  }

  protected recused(): readonly string[] {
    return this.heard().recused;
  }

  /** Who investigates now. */
  protected team(): readonly string[] {
    const named: readonly string[] = this.last('staff') ? SECOND_TEAM : FIRST_TEAM;
    return named.filter((officer) => !this.recused().includes(officer));
  }

  protected isDisputed(): boolean {
    return this.last('dispute', 'keep', 'assign')?.does === 'dispute';
  }

  /** Sums that the organ owes the party, oldest first (行政强制法§41). */
  protected owedBack(): readonly number[] {
    const open: number[] = [];
    let fine = 0;
    let paid = 0;
    let owed = 0;
    const owe = (yuan: number) => {
      if (yuan > owed) open.push(yuan - owed);
      owed = Math.max(owed, yuan);
    };
    for (const deed of this.story) {
      if (deed.does === 'decide') [fine, paid, owed] = [deed.yuan, 0, 0];
      if (deed.does === 'pay') paid += deed.yuan;
      if (deed.does === 'mitigate') fine = deed.yuan;
      if (deed.does === 'mitigate') owe(Math.max(0, paid - fine));
      if (deed.does === 'annul' || deed.does === 'revoke') owe(paid);
      if (deed.does === 'repay') open.shift();
    }
    return open;
  }
}
