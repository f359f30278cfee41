import { payloadOf } from '@township-graph/shared/command/payload';
import type { Scope } from '@township-graph/shared/viewer';
import { Arg, type ClassType, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { EnforcementCase } from './case.entity';

/** One mutation on a case: what it is told, who may, and what it does. */
export interface CaseCommand<I extends object> {
  readonly input: ClassType<I>;
  readonly scope: Scope;
  readonly en: string;
  readonly zh: string;
  run(context: EnforcementContext, input: I): Promise<EnforcementCase>;
}

type CaseCommands = Readonly<Record<string, CaseCommand<never>>>;

/** A resolver of mutations on cases, which knows the scope of each. */
export abstract class CaseCommandResolver {
  abstract readonly commands: CaseCommands;
}

/** Keeps the input's type between its class and what is done with it. */
export const caseCommand = <I extends object>(command: CaseCommand<I>): CaseCommand<never> => command as unknown as CaseCommand<never>;

/** The resolver of these mutations, by name: each answers with the case as it is then. */
export function caseCommandResolver(commands: CaseCommands): CaseCommandResolver {
  class StageResolver extends CaseCommandResolver {
    readonly commands = commands;
  }
  const { prototype } = StageResolver;
  for (const [name, { input, scope, en, zh, run }] of Object.entries(commands)) {
    const Payload = payloadOf(EnforcementCase, 'case', name, { en: 'The case as it is now', zh: '操作后的案件' });
    const value = async (given: never, context: EnforcementContext) => Payload.of(await run(context, given));
    const descriptor = { value, configurable: true, enumerable: false, writable: true };
    Object.defineProperty(prototype, name, descriptor);
    const description = `${en}. Scope ${scope}. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. ${zh}。`;
    Mutation(() => Payload, { description })(prototype, name, descriptor);
    Arg('input', () => input, { description: 'What is wanted. 请求内容。' })(prototype, name, 0);
    Ctx()(prototype, name, 1);
  }
  Resolver()(StageResolver);
  return new StageResolver();
}

/** The scope of each mutation. */
export function scopesOf(resolvers: readonly CaseCommandResolver[]): ReadonlyMap<string, Scope> {
  return new Map(resolvers.flatMap(({ commands }) => Object.entries(commands).map(([name, { scope }]) => [name, scope] as const)));
}
