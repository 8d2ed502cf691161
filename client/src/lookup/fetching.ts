/** One question to a server that we do not know: everything that may go wrong with it ends in one line for a person. No VS Code in here. */

export interface Limits {
  readonly milliseconds: number;
  readonly bytes: number;
}

export const LIMITS: Limits = { milliseconds: 10_000, bytes: 1024 * 1024 };
const MOST_REDIRECTS = 3;

/** Says in one line why there is no answer. */
export class LookUpFailure extends Error {}

export interface Question {
  readonly address: string;
  /** Sent as a form; without it the address is only fetched. */
  readonly form?: Readonly<Record<string, string>>;
}

/** The answer as JSON. Goes to no other host than that of the address, sends no cookies and no referrer. Throws a `LookUpFailure`, or what `signal` was aborted with. */
export async function fetchJson({ address, form }: Question, signal: AbortSignal, limits: Limits = LIMITS): Promise<unknown> {
  const late = AbortSignal.timeout(limits.milliseconds);
  try {
    const text = await fetchText(soundAddress(address), form, AbortSignal.any([signal, late]), limits);
    return parsed(text);
  } catch (error) {
    if (signal.aborted || error instanceof LookUpFailure) throw error;
    if (late.aborted) throw new LookUpFailure(`no answer within ${limits.milliseconds / 1000} seconds`);
    throw new LookUpFailure(`not reached (${reasonOf(error)})`);
  }
}

/** Names travel encrypted, except to this machine. */
export function soundAddress(address: string): URL {
  if (!URL.canParse(address)) throw new LookUpFailure('its address in the settings is none');
  const url = new URL(address);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) throw new LookUpFailure('its address in the settings must begin with https://');
  return url;
}

async function fetchText(first: URL, form: Question['form'], signal: AbortSignal, limits: Limits): Promise<string> {
  let url = first;
  for (let redirects = 0; ; redirects++) {
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST', ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      headers: { accept: 'application/json' }, redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', signal,
    });
    const next = redirectOf(response, url);
    if (next === undefined) return readText(response, limits.bytes);
    await response.body?.cancel();
    if (next.origin !== first.origin) throw new LookUpFailure(`it sends us on to another host (${next.host}), where nothing is asked`);
    if (redirects >= MOST_REDIRECTS) throw new LookUpFailure('it sends us on again and again');
    url = next;
  }
}

function redirectOf(response: Response, from: URL): URL | undefined {
  // A browser does not say where to.
  if (response.type === 'opaqueredirect') throw new LookUpFailure('it sends us on to a place that the browser does not tell');
  if (response.status < 300 || response.status > 399) return undefined;
  const location = response.headers.get('location') ?? '';
  if (!URL.canParse(location, from.href)) throw new LookUpFailure('it sends us on to nowhere');
  return new URL(location, from);
}

async function readText(response: Response, bytes: number): Promise<string> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new LookUpFailure(response.status === 404 ? 'nothing of that name' : `it answers with an error (${response.status})`);
  }
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    await response.body?.cancel();
    throw new LookUpFailure(`it answers with no data (${type.split(';')[0]?.slice(0, 40) || 'without a content type'})`);
  }
  return readAtMost(response, bytes);
}

/** What a server says of the length of its answer is not trusted. */
async function readAtMost(response: Response, bytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    read += value.byteLength;
    if (read > bytes) {
      await reader.cancel();
      throw new LookUpFailure(`its answer is too large (more than ${Math.ceil(bytes / 1024)} KB)`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LookUpFailure(`its answer is not JSON (${reasonOf(error).slice(0, 60)})`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
