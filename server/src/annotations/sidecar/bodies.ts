/** Bodies and motivations as the file names them, both ways. One line a kind. */
import type { ClaimAttributes, Evidence } from '../../annotatingProtocol.js';
import type { Body } from '../annotation.js';
import type { JsonObject } from './json.js';
import { isObject, listOf, stringOf } from './json.js';

const NAMESPACE = 'aa:';
const ATTRIBUTES = ['stance', 'quotation', 'certainty', 'sourceKind'] as const;

/** The standard motivation nearest to each kind; a claim has one of its own beside it. */
const MOTIVATIONS: Readonly<Record<Exclude<Body['type'], 'foreign'>, string | readonly string[]>> = {
  entity: 'classifying',
  claim: ['linking', 'aa:attributing'],
  comment: 'commenting',
  ignoredFinding: 'moderating',
  articleDate: 'describing',
  twoPeople: 'describing',
  speaker: 'identifying',
  identity: 'identifying',
  check: 'questioning',
  reminder: 'bookmarking',
  variable: 'describing',
};

export function motivationOf(body: Body): string | readonly string[] | undefined {
  return body.type === 'foreign' ? undefined : MOTIVATIONS[body.type];
}

/** The first of the bodies that we know; `foreign` for none. */
export function readBody(raw: unknown): Body {
  const bodies = listOf(raw);
  for (const body of bodies) {
    const known = isObject(body) ? readOne(body) : undefined;
    if (known === undefined) continue;
    if (known.type !== 'entity') return known;
    const identity = bodies.map(identified).find((iri) => iri !== undefined);
    return identity === undefined ? known : { ...known, identity };
  }
  return { type: 'foreign' };
}

function identified(body: unknown): string | undefined {
  return isObject(body) && body['type'] === 'SpecificResource' && body['purpose'] === 'identifying' ? stringOf(body['source']) : undefined;
}

function readOne(body: JsonObject): Body | undefined {
  const text = (key: string): string | undefined => stringOf(body[`${NAMESPACE}${key}`]);
  switch (body['type']) {
    case 'SpecificResource': {
      const source = stringOf(body['source']);
      if (body['purpose'] !== 'classifying' || source === undefined) return undefined;
      return { type: 'entity', entityType: source.startsWith(NAMESPACE) ? source.slice(NAMESPACE.length) : source };
    }
    case 'TextualBody': {
      const value = stringOf(body['value']);
      return value === undefined || !(body['purpose'] === undefined || body['purpose'] === 'commenting' || body['purpose'] === 'replying') ? undefined : { type: 'comment', text: value };
    }
    case 'aa:Claim':
      return { type: 'claim', attributes: attributesOf(text) };
    case 'aa:IgnoredFinding': {
      const [rule, key, note] = [text('rule'), text('key'), text('note')];
      return rule === undefined || key === undefined ? undefined : { type: 'ignoredFinding', rule, key, ...(note === undefined ? {} : { note }) };
    }
    case 'aa:ArticleDate': {
      const date = text('date');
      return date === undefined ? undefined : { type: 'articleDate', date };
    }
    case 'aa:TwoPeople': {
      const [one, two, ...more]: readonly unknown[] = listOf(body['aa:names']);
      return typeof one === 'string' && typeof two === 'string' && more.length === 0 ? { type: 'twoPeople', names: [one, two] } : undefined;
    }
    case 'aa:Speaker': {
      const entity = text('entity');
      return entity === undefined ? undefined : { type: 'speaker', entity };
    }
    case 'aa:Identity': {
      const iri = text('iri');
      const [name, entityType] = [text('name'), text('entityType')];
      return iri === undefined ? undefined : {
        type: 'identity', iri, service: text('service') ?? '', retrieved: text('retrieved') ?? '', label: text('label') ?? '', ...(name === undefined ? {} : { name }), ...(entityType === undefined ? {} : { entityType }),
      };
    }
    case 'aa:Check': {
      const status = text('status');
      return status === undefined ? undefined : { type: 'check', status, evidence: listOf(body['aa:evidence']).flatMap(readEvidence), by: text('by') ?? '', on: text('on') ?? '' };
    }
    case 'aa:Reminder': {
      const date = text('date');
      return date === undefined ? undefined : { type: 'reminder', date, note: text('note') ?? '' };
    }
    case 'aa:Variable': {
      const [name, value] = [text('name'), text('value')];
      return name === undefined || value === undefined ? undefined : { type: 'variable', name, value };
    }
    default:
      return undefined;
  }
}

function attributesOf(text: (key: string) => string | undefined): ClaimAttributes {
  const attributes: { -readonly [key in keyof ClaimAttributes]: ClaimAttributes[key] } = {};
  for (const key of ATTRIBUTES) {
    const value = text(key);
    if (value !== undefined) attributes[key] = value;
  }
  return attributes;
}

function readEvidence(raw: unknown): Evidence[] {
  if (!isObject(raw)) return [];
  const kind = raw['aa:kind'];
  const value = stringOf(raw['aa:value']);
  return (kind === 'link' || kind === 'file' || kind === 'note') && value !== undefined ? [{ kind, value }] : [];
}

/** `undefined` for a foreign one: whoever holds it has it as it was read. */
export function bodyJson(body: Body): JsonObject | readonly JsonObject[] | undefined {
  if (body.type === 'foreign') return undefined;
  const main = mainBody(body);
  if (body.type !== 'entity' || body.identity === undefined) return main;
  return [main, { type: 'SpecificResource', purpose: 'identifying', source: body.identity }];
}

function mainBody(body: Exclude<Body, { type: 'foreign' }>): JsonObject {
  switch (body.type) {
    case 'entity':
      return { type: 'SpecificResource', purpose: 'classifying', source: body.entityType.includes(':') ? body.entityType : `${NAMESPACE}${body.entityType}` };
    case 'claim':
      return { type: 'aa:Claim', ...Object.fromEntries(ATTRIBUTES.flatMap((key) => (body.attributes[key] === undefined ? [] : [[`${NAMESPACE}${key}`, body.attributes[key]]]))) };
    case 'comment':
      return { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: body.text };
    case 'ignoredFinding':
      return { type: 'aa:IgnoredFinding', 'aa:rule': body.rule, 'aa:key': body.key, ...(body.note === undefined ? {} : { 'aa:note': body.note }) };
    case 'articleDate':
      return { type: 'aa:ArticleDate', 'aa:date': body.date };
    case 'twoPeople':
      return { type: 'aa:TwoPeople', 'aa:names': body.names };
    case 'speaker':
      return { type: 'aa:Speaker', 'aa:entity': body.entity };
    case 'identity':
      return {
        type: 'aa:Identity', 'aa:iri': body.iri, 'aa:service': body.service, 'aa:retrieved': body.retrieved, 'aa:label': body.label,
        ...(body.name === undefined ? {} : { 'aa:name': body.name }), ...(body.entityType === undefined ? {} : { 'aa:entityType': body.entityType }),
      };
    case 'check':
      return { type: 'aa:Check', 'aa:status': body.status, 'aa:evidence': body.evidence.map(({ kind, value }) => ({ 'aa:kind': kind, 'aa:value': value })), 'aa:by': body.by, 'aa:on': body.on };
    case 'reminder':
      return { type: 'aa:Reminder', 'aa:date': body.date, 'aa:note': body.note };
    case 'variable':
      return { type: 'aa:Variable', 'aa:name': body.name, 'aa:value': body.value };
  }
}

/** What was read, with the body's present values put into the part that holds them; everything beside them stays. */
export function bodyInto(raw: unknown, body: Body): unknown {
  if (body.type === 'foreign') return raw;
  const bodies = listOf(raw);
  const at = bodies.findIndex((one) => isObject(one) && readOne(one)?.type === body.type);
  const main = mainBody(body);
  const identity = body.type === 'entity' ? body.identity : undefined;
  const kept = bodies.flatMap((one, i) => {
    if (i === at && isObject(one)) return [{ ...withoutOurs(one), ...main }];
    if (body.type !== 'entity' || identified(one) === undefined || !isObject(one)) return [one];
    return identity === undefined ? [] : [{ ...one, source: identity }];
  });
  if (at < 0) kept.unshift(main);
  if (identity !== undefined && !kept.some((one) => identified(one) !== undefined)) kept.push({ type: 'SpecificResource', purpose: 'identifying', source: identity });
  return kept.length === 1 && !Array.isArray(raw) ? kept[0] : kept;
}

/** An attribute that was taken away must not come back from what was read. */
function withoutOurs(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !ATTRIBUTES.some((name) => key === `${NAMESPACE}${name}`) && key !== 'aa:note'));
}
