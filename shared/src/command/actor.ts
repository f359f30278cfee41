import type { Clock } from '../clock';
import type { RequestContext } from '../context';
import { maskPersonalData } from '../masking';
import { divisionsOf } from '../viewer';
import type { AuditEntry } from './journal';

/** Who acts, as whom, for what, in which request: what every audit record says of its actor. */
export function actorOf(
  { viewer, purpose, requestId }: RequestContext,
  clock: Clock,
): Pick<AuditEntry, 'subject' | 'organization' | 'divisions' | 'purpose' | 'requestId'> {
  return {
    subject: wellFormed(viewer.subject ?? ''),
    organization: viewer.organization,
    divisions: divisionsOf(viewer, clock),
    purpose: purpose && wellFormed(maskPersonalData(purpose)),
    requestId,
  };
}

/** Half a surrogate pair would come back from a database as another character, and the record's hash would not hold. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
