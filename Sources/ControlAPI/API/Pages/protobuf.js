// The part of protocol buffers that LiveKit's signalling needs.
//
// A schema is an object: field name -> [number, kind] or [number, kind, "repeated"].
// A kind is "string", "bytes", "int", "bool", "float", "map" (string to string), or another schema.
// Unknown fields are skipped. Truncated input throws; nothing here loops on hostile bytes.

const VARINT = 0, FIXED64 = 1, DELIMITED = 2, FIXED32 = 5;
const text = new TextDecoder();
const utf8 = new TextEncoder();
const ENTRY = { key: [1, "string"], value: [2, "string"] };
const byNumber = new WeakMap();

export class ProtobufError extends Error {}

/** Bytes of `message`; fields that are undefined, empty or zero are left out. */
export function encode(schema, message) {
    const out = [];
    for (const [name, [number, kind, repeated]] of Object.entries(schema)) {
        const value = message[name];
        if (value === undefined || value === null) continue;
        if (kind === "map") {
            for (const [key, item] of Object.entries(value)) writeField(out, number, ENTRY, { key, value: item });
        } else if (repeated) {
            for (const item of value) writeField(out, number, kind, item);
        } else if (typeof kind === "object" || !isDefault(value)) {
            writeField(out, number, kind, value);
        }
    }
    return Uint8Array.from(out);
}

/** The object in `bytes`: absent scalars take their default, absent messages are undefined. */
export function decode(schema, bytes) {
    const message = blank(schema);
    const fields = index(schema);
    const reader = { bytes, at: 0 };
    while (reader.at < bytes.length) {
        const tag = readVarint(reader);
        const [name, kind, repeated] = fields.get(Math.floor(tag / 8)) ?? [];
        const wire = tag % 8;
        if (name === undefined) {
            skip(reader, wire);
            continue;
        }
        const value = readValue(reader, wire, kind);
        if (value === undefined) continue;
        if (kind === "map") message[name][value.key] = value.value;
        else if (repeated) message[name].push(value);
        else message[name] = value;
    }
    return message;
}

/** Base64 with the URL-safe alphabet and its padding, as `join_request` wants it. */
export function base64url(bytes) {
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_");
}

function isDefault(value) {
    return value === 0 || value === false || value === "" || value.length === 0;
}

function writeField(out, number, kind, value) {
    if (kind === "int" || kind === "bool") {
        writeVarint(out, number * 8 + VARINT);
        writeVarint(out, Number(value));
    } else if (kind === "float") {
        writeVarint(out, number * 8 + FIXED32);
        out.push(...new Uint8Array(new Float32Array([value]).buffer));
    } else {
        const body = kind === "string" ? utf8.encode(value) : kind === "bytes" ? value : encode(kind, value);
        writeVarint(out, number * 8 + DELIMITED);
        writeVarint(out, body.length);
        for (const byte of body) out.push(byte);
    }
}

function writeVarint(out, value) {
    let rest = value;
    while (rest >= 128) {
        out.push((rest % 128) | 128);
        rest = Math.floor(rest / 128);
    }
    out.push(rest);
}

function readVarint(reader) {
    let value = 0, factor = 1;
    for (let count = 0; count < 10; count += 1) {
        if (reader.at >= reader.bytes.length) throw new ProtobufError("a number is cut short");
        const byte = reader.bytes[reader.at++];
        value += (byte & 127) * factor;
        if (byte < 128) return value;
        factor *= 128;
    }
    throw new ProtobufError("a number has more than ten bytes");
}

function take(reader, count) {
    if (reader.at + count > reader.bytes.length) throw new ProtobufError("a field is cut short");
    reader.at += count;
    return reader.bytes.subarray(reader.at - count, reader.at);
}

function skip(reader, wire) {
    if (wire === VARINT) readVarint(reader);
    else if (wire === FIXED64) take(reader, 8);
    else if (wire === DELIMITED) take(reader, readVarint(reader));
    else if (wire === FIXED32) take(reader, 4);
    else throw new ProtobufError(`wire type ${wire} is not known`);
}

function readValue(reader, wire, kind) {
    if (wire === VARINT && kind === "int") return readVarint(reader);
    if (wire === VARINT && kind === "bool") return readVarint(reader) !== 0;
    if (wire === FIXED32 && kind === "float") {
        const raw = take(reader, 4);
        return new DataView(raw.buffer, raw.byteOffset, 4).getFloat32(0, true);
    }
    if (wire === DELIMITED && !["int", "bool", "float"].includes(kind)) {
        const body = take(reader, readVarint(reader));
        if (kind === "string") return text.decode(body);
        if (kind === "bytes") return body.slice();
        return decode(kind === "map" ? ENTRY : kind, body);
    }
    skip(reader, wire);
    return undefined;
}

function blank(schema) {
    const message = {};
    for (const [name, [, kind, repeated]] of Object.entries(schema)) {
        if (repeated) message[name] = [];
        else if (kind === "map") message[name] = {};
        else if (kind === "string") message[name] = "";
        else if (kind === "bool") message[name] = false;
        else if (kind === "int" || kind === "float") message[name] = 0;
    }
    return message;
}

function index(schema) {
    let fields = byNumber.get(schema);
    if (!fields) {
        fields = new Map(Object.entries(schema).map(([name, [number, ...rest]]) => [number, [name, ...rest]]));
        byNumber.set(schema, fields);
    }
    return fields;
}
