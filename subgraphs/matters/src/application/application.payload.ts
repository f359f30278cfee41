import { payloadOf } from '@township-graph/shared/command/payload';
import { Application } from './application.entity';

/** The answer of a move: the application after it. */
export const answerOf = (mutation: string) =>
  payloadOf(Application, 'application', mutation, { en: 'The application as it is now', zh: '操作后的办件' });
