import type { Binary, ObjectId, Timestamp } from 'bson';
import { Decimal128 } from 'bson';
import { TypeRank, typeRank } from '../values/compare';
import { emptyArray } from '../values/path';
import type { Document, Value } from '../values/value';

export type KeyValue = Value | typeof emptyArray;

const slabBytes = 16_384;
let slab = new ArrayBuffer(slabBytes);
let slabUsed = 0;

/**
 * Builds a byte string whose order (memcmp) is MongoDB's order of the appended values: a type byte, then the value.
 * Strings end with 00 00 (a NUL inside is 00 FF); numbers are eight bytes; documents and arrays end with 00.
 */
export class KeyWriter {
  private bytes = new Uint8Array(64);
  private view = new DataView(this.bytes.buffer);
  length = 0;

  /** A copy of the bytes written so far, from `start`. */
  take(start = 0): Uint8Array {
    const count = this.length - start;
    // Many keys share a slab, because a separate allocation for each would cost more than everything else.
    if (count > slabBytes / 8) return this.bytes.slice(start, this.length);
    if (slabUsed + count > slabBytes) {
      slab = new ArrayBuffer(slabBytes);
      slabUsed = 0;
    }
    const key = new Uint8Array(slab, slabUsed, count);
    key.set(this.bytes.subarray(start, this.length));
    slabUsed += count;
    return key;
  }

  /** Drops the bytes after `length`. */
  truncate(length: number): void {
    this.length = length;
  }

  /** Appends one part of a compound key; `descending` reverses its order. */
  part(value: KeyValue | undefined, descending = false): void {
    const start = this.length;
    this.value(value);
    if (descending) for (let i = start; i < this.length; i++) this.bytes[i] = ~(this.bytes[i] as number);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** An unsigned integer up to 2^53 as eight bytes, big-endian. */
  integer(value: number): void {
    this.reserve(8);
    this.view.setUint32(this.length, Math.floor(value / 0x100000000));
    this.view.setUint32(this.length + 4, value >>> 0);
    this.length += 8;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
    this.view = new DataView(grown.buffer);
  }

  private value(value: KeyValue | undefined): void {
    if (value === emptyArray) return this.byte(TypeRank.EmptyArray);
    const rank = typeRank(value);
    this.byte(rank);
    this.body(rank, value as Value);
  }

  private body(rank: number, value: Value): void {
    switch (rank) {
      case TypeRank.Number:
        return this.double(value instanceof Decimal128 ? Number(value.toString()) : Number(value));
      case TypeRank.Date:
        return this.double((value as Date).getTime());
      case TypeRank.String:
        return this.string(value as string);
      case TypeRank.Boolean:
        return this.byte(value ? 1 : 0);
      case TypeRank.Object:
        return this.document(value as Document);
      case TypeRank.Array:
        for (const item of value as Value[]) this.value(item);
        return this.byte(0);
      case TypeRank.ObjectId:
        return this.raw((value as ObjectId).id);
      case TypeRank.Binary: {
        const binary = value as Binary;
        this.integer(binary.length());
        this.byte(binary.sub_type);
        return this.raw(Buffer.from(binary.value()));
      }
      case TypeRank.Timestamp:
        this.integer((value as Timestamp).getHighBitsUnsigned());
        return this.integer((value as Timestamp).getLowBitsUnsigned());
      case TypeRank.RegExp:
        this.string((value as RegExp).source);
        return this.string((value as RegExp).flags);
    }
  }

  private document(document: Document): void {
    for (const key of Object.keys(document)) {
      const item = document[key];
      this.byte(typeRank(item));
      this.string(key);
      this.body(typeRank(item), item as Value);
    }
    this.byte(0);
  }

  /** Flips the sign bit of positive numbers and all bits of negative ones; NaN is below everything, and -0 is 0. */
  private double(value: number): void {
    this.reserve(8);
    if (Number.isNaN(value)) this.bytes.fill(0, this.length, this.length + 8);
    else {
      this.view.setFloat64(this.length, value === 0 ? 0 : value);
      const negative = (this.bytes[this.length] as number) & 0x80;
      if (negative)
        for (let i = 0; i < 8; i++) this.bytes[this.length + i] = ~(this.bytes[this.length + i] as number);
      else this.bytes[this.length] = (this.bytes[this.length] as number) | 0x80;
    }
    this.length += 8;
  }

  private string(text: string): void {
    // Most keys are short and simple, so they are written without an encoder.
    this.reserve(text.length * 3 + 2);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0 || unit > 0x7f) return this.encoded(text, i);
      this.bytes[this.length++] = unit;
    }
    this.bytes[this.length++] = 0;
    this.bytes[this.length++] = 0;
  }

  /** Writes a string from `from` on as UTF-8 with its NULs escaped; the caller has written the part before. */
  private encoded(text: string, from: number): void {
    for (const byte of Buffer.from(text.slice(from), 'utf8')) {
      this.byte(byte);
      if (byte === 0) this.byte(0xff);
    }
    this.byte(0);
    this.byte(0);
  }
}

const shared = new KeyWriter();

/** The key of a list of values, ascending. */
export function encodeKey(...values: (KeyValue | undefined)[]): Uint8Array {
  shared.truncate(0);
  for (const value of values) shared.part(value);
  return shared.take();
}

/** The least key above every key that begins with `prefix`; undefined when all its bytes are 0xff. */
export function afterPrefix(prefix: Uint8Array): Uint8Array | undefined {
  // Copies, because `slice` of a Buffer would share its bytes.
  const bound = new Uint8Array(prefix);
  for (let i = bound.length - 1; i >= 0; i--) {
    if (bound[i] !== 0xff) {
      bound[i] = (bound[i] as number) + 1;
      return bound.slice(0, i + 1);
    }
  }
  return undefined;
}

/** A key as text with one character for each byte, for use as a map's key. */
export function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
}

/**
 * The end of the part that begins at `at`.
 * @param descending whether the part was written in descending order
 */
export function partEnd(key: Uint8Array, at: number, descending: boolean): number {
  const flip = descending ? 0xff : 0;
  const byteAt = (index: number): number => (key[index] ?? 0) ^ flip;
  const stringEnd = (index: number): number => {
    let i = index;
    while (i < key.length) {
      if (byteAt(i) === 0) {
        if (byteAt(i + 1) === 0) return i + 2;
        i++;
      }
      i++;
    }
    return i;
  };
  const integerAt = (index: number): number => {
    let value = 0;
    for (let i = 0; i < 8; i++) value = value * 256 + byteAt(index + i);
    return value;
  };
  const bodyEnd = (rank: number, index: number): number => {
    switch (rank) {
      case TypeRank.Number:
      case TypeRank.Date:
        return index + 8;
      case TypeRank.String:
        return stringEnd(index);
      case TypeRank.Boolean:
        return index + 1;
      case TypeRank.ObjectId:
        return index + 12;
      case TypeRank.Binary:
        return index + 9 + integerAt(index);
      case TypeRank.Timestamp:
        return index + 16;
      case TypeRank.RegExp:
        return stringEnd(stringEnd(index));
      case TypeRank.Array: {
        let i = index;
        while (i < key.length && byteAt(i) !== 0) i = bodyEnd(byteAt(i), i + 1);
        return i + 1;
      }
      case TypeRank.Object: {
        let i = index;
        while (i < key.length && byteAt(i) !== 0) i = bodyEnd(byteAt(i), stringEnd(i + 1));
        return i + 1;
      }
      default:
        return index;
    }
  };
  return bodyEnd(byteAt(at), at + 1);
}
