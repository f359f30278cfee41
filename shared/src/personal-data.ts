import { type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { Directive, Extensions } from 'type-graphql';
import { maskCitizenId } from './citizen-id';
import type { Clock } from './clock';
import type { RequestContext } from './context';
import { maskAddress, maskName, maskPhone } from './masking';
import { holds, sees } from './viewer';

/** How each kind of personal data looks to those who may not see it. */
const MASKS = {
  NAME: maskName,
  CITIZEN_ID: maskCitizenId,
  PHONE: maskPhone,
  ADDRESS: maskAddress,
} as const;

export type PersonalKind = keyof typeof MASKS;

type MarkedKind = PersonalKind | 'AMONG_OTHERS';

/** A text that has personal data among other words, such as a page: how it reads, given how each such piece looks. */
export type PersonalWriting = (look: (kind: PersonalKind, text: string) => string) => string;

/**
 * Marks a field that holds personal data of a natural person: a text, a list of texts, or, `AMONG_OTHERS`, a {@link PersonalWriting}.
 * That is all a resolver does about it; {@link guardPersonalFields} masks it, or shows it and notes that it did. The row must have `id`
 * (or `code`) and `divisionCode`.
 */
export function Personal(kind: MarkedKind): PropertyDecorator & MethodDecorator {
  const decorators = [Extensions({ personal: kind }), Directive('@tag(name: "personal-data")')];
  return (target: object, name: string | symbol, descriptor?: PropertyDescriptor) => {
    for (const decorate of decorators) decorate(target, name as string, descriptor as never);
  };
}

/** A value that was shown in clear: what the audit trail is told of it. */
export interface ClearReading {
  readonly type: string;
  readonly id: string;
  readonly field: string;
  readonly divisionCode: string;
}

/** What one call has shown in clear so far. */
export class ClearReadings {
  readonly made: ClearReading[] = [];
}

type PersonalValue = string | readonly string[] | PersonalWriting | null | undefined;

type PersonalContext = RequestContext & { readonly readings: ClearReadings };

interface PersonalRow {
  readonly id?: string;
  readonly code?: string;
  readonly divisionCode?: string;
}

/** Puts the mask before every field that is marked. Clear only with `pii:read`, for a stated purpose, and within the viewer's divisions. */
export function guardPersonalFields(schema: GraphQLSchema, clock: Clock): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const kind = field.extensions.personal as MarkedKind | undefined;
      if (kind) field.resolve = guarded(type, field.name, kind, clock, field.resolve);
    }
  }
}

type Resolver = GraphQLFieldResolver<PersonalRow, PersonalContext>;

function guarded(
  { name: type }: GraphQLObjectType,
  field: string,
  kind: MarkedKind,
  clock: Clock,
  resolve: Resolver = (row) => row[field as never],
): Resolver {
  /** How a piece looks to who asks; that it was shown in clear is noted. */
  const lookOf = (row: PersonalRow, context: PersonalContext) => {
    const id = row.id ?? row.code;
    const { divisionCode } = row;
    if (!id || !divisionCode) throw new Error(`${type}.${field} is personal data of a row that has no id or no divisionCode`);
    if (!mayReadClear(context, divisionCode, clock)) return (of: PersonalKind, text: string) => MASKS[of](text);
    return (_: PersonalKind, text: string) => {
      context.readings.made.push({ type, id, field, divisionCode });
      return text;
    };
  };
  const shown = (value: PersonalValue, row: PersonalRow, context: PersonalContext) => {
    if (typeof value === 'function') return value(lookOf(row, context));
    if (value === null || value === undefined || value.length === 0) return value;
    if (kind === 'AMONG_OTHERS') throw new Error(`${type}.${field} does not say where in it personal data stands`);
    const look = lookOf(row, context);
    return typeof value === 'string' ? look(kind, value) : value.map((text) => look(kind, text));
  };
  return (row, given, context, info) => {
    const value = resolve(row, given, context, info);
    return isPromise(value) ? value.then((settled) => shown(settled as never, row, context)) : shown(value as never, row, context);
  };
}

const isPromise = (value: unknown): value is Promise<unknown> => typeof (value as { then?: unknown } | null)?.then === 'function';

function mayReadClear({ viewer, purpose }: RequestContext, divisionCode: string, clock: Clock): boolean {
  return purpose !== null && viewer.subject !== null && holds(viewer, 'pii:read') && sees(viewer, divisionCode, clock);
}
