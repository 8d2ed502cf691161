/**
 * Takes the weights out of an ONNX file without copying them: what is left is the graph, whose large tensors point into the
 * file by offset. The runtime then copies each weight once into its memory; from one whole file it would hold three copies.
 */

/** Smaller tensors stay: they are shapes and scales that the runtime reads while it builds the graph. */
const SMALLEST_BYTES = 1024;

/** Field numbers of onnx.proto: ModelProto, GraphProto, TensorProto, StringStringEntryProto. */
const GRAPH = 7;
const INITIALIZER = 5;
const RAW_DATA = 9;
const EXTERNAL_DATA = 13;
const DATA_LOCATION = 14;
const EXTERNAL = 1;

interface Field {
  readonly number: number;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

/**
 * The graph of the model, with `location` as the name under which the whole file must be given to the runtime beside it.
 * @throws {RangeError} if the bytes are no protocol buffer
 */
export function withoutWeights(file: Uint8Array, location: string): Uint8Array {
  return rewritten(file, { start: 0, end: file.length }, GRAPH, (graph) =>
    rewritten(file, graph, INITIALIZER, (tensor) => pointing(file, tensor, location)));
}

/** A message with the fields of one number replaced, the others as they were. */
function rewritten(bytes: Uint8Array, message: { start: number; end: number }, number: number, replace: (value: { start: number; end: number }) => Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const field of fields(bytes, message.start, message.end)) {
    if (field.number !== number) parts.push(bytes.subarray(field.start, field.end));
    else parts.push(lengthDelimited(number, replace({ start: field.valueStart, end: field.end })));
  }
  return joined(parts);
}

function pointing(bytes: Uint8Array, tensor: { start: number; end: number }, location: string): Uint8Array {
  const all = [...fields(bytes, tensor.start, tensor.end)];
  const raw = all.find((field) => field.number === RAW_DATA);
  if (raw === undefined || raw.end - raw.valueStart < SMALLEST_BYTES) return bytes.subarray(tensor.start, tensor.end);
  const kept = all.filter((field) => ![RAW_DATA, EXTERNAL_DATA, DATA_LOCATION].includes(field.number)).map((field) => bytes.subarray(field.start, field.end));
  const entries = Object.entries({ location, offset: String(raw.valueStart), length: String(raw.end - raw.valueStart) }).map(([key, value]) =>
    lengthDelimited(EXTERNAL_DATA, joined([lengthDelimited(1, UTF8.encode(key)), lengthDelimited(2, UTF8.encode(value))])));
  return joined([...kept, ...entries, Uint8Array.of(DATA_LOCATION * 8, EXTERNAL)]);
}

const UTF8 = new TextEncoder();

function* fields(bytes: Uint8Array, start: number, end: number): Generator<Field> {
  let at = start;
  while (at < end) {
    const fieldStart = at;
    const tag = varint(bytes, at);
    at = tag.end;
    let valueStart = at;
    switch (tag.value % 8) {
      case 0: at = varint(bytes, at).end; break;
      case 1: at += 8; break;
      case 2: {
        const length = varint(bytes, at);
        valueStart = length.end;
        at = length.end + length.value;
        break;
      }
      case 5: at += 4; break;
      default: throw new RangeError('not a protocol buffer');
    }
    if (at > end) throw new RangeError('a field runs over the end of its message');
    yield { number: Math.floor(tag.value / 8), start: fieldStart, valueStart, end: at };
  }
}

function varint(bytes: Uint8Array, from: number): { value: number; end: number } {
  let value = 0;
  let unit = 1;
  for (let at = from; at < from + 10; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw new RangeError('the file ends inside a number');
    value += (byte & 127) * unit;
    if (byte < 128) return { value, end: at + 1 };
    unit *= 128;
  }
  throw new RangeError('a number without end');
}

function lengthDelimited(number: number, value: Uint8Array): Uint8Array {
  return joined([encodedVarint(number * 8 + 2), encodedVarint(value.length), value]);
}

function encodedVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
