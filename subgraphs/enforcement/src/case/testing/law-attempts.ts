/** What somebody may try in a case, with what it is told. Sums in yuan. */
export type Attempt =
  | { readonly does: 'order' | 'waive' | 'speak' | 'waiveHearing' | 'ask' | 'hold' | 'submit' | 'deliberate' | 'reopen' }
  | { readonly does: 'investigate'; readonly officers: readonly string[] }
  | { readonly does: 'listen' | 'believe' | 'exclude' }
  | { readonly does: 'object'; readonly to: string }
  | { readonly does: 'recuse' | 'dismiss' | 'staff' }
  | { readonly does: 'conclude'; readonly isComplex: boolean; readonly isGrave: boolean }
  | { readonly does: 'notify' | 'decide'; readonly yuan: number }
  | { readonly does: 'schedule'; readonly inDays: number; readonly host: string }
  | { readonly does: 'review'; readonly passes: boolean; readonly reviewer: string }
  | { readonly does: 'acquit' | 'suspend' | 'resume' | 'terminate' }
  | { readonly does: 'accuse' | 'approve' | 'deny' | 'handOver' | 'giveBack' }
  | { readonly does: 'dispute' | 'keep' | 'assign' }
  | { readonly does: 'preserve' | 'release' | 'take' }
  | { readonly does: 'serve' }
  | { readonly does: 'pay'; readonly yuan: number }
  | { readonly does: 'check' | 'close' | 'archive' | 'revoke' }
  | { readonly does: 'contest' | 'uphold' | 'annul' | 'repay' }
  | { readonly does: 'mitigate'; readonly yuan: number }
  | { readonly does: 'wait'; readonly days: number };

/** Who investigates when a case is filed, and who may instead. */
export const FIRST_TEAM = ['one', 'two'] as const;
export const SECOND_TEAM = ['two', 'three'] as const;

/** What was done, when, and whether it took back what had been done before. */
export type Deed = Attempt & { readonly on: string; readonly undoes: boolean };
