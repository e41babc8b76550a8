// JSON Schema as a list of members that people can read.

import { make } from "./elements.js";

/** What a value is, in a few words: "text, at most 40 characters". */
export function kind(schema = {}) {
    if (schema.enum) return schema.enum.map((choice) => JSON.stringify(choice)).join(" or ");
    if (schema.anyOf) return schema.anyOf.map(kind).join(", or ");
    const bounds = [];
    if (schema.minimum !== undefined) bounds.push(`from ${schema.minimum}`);
    if (schema.maximum !== undefined) bounds.push(`to ${schema.maximum}`);
    if (schema.maxLength !== undefined && schema.maxLength < 100_000) bounds.push(`at most ${schema.maxLength} characters`);
    if (schema.maxItems !== undefined) bounds.push(`at most ${schema.maxItems}`);
    const names = { string: "text", integer: "whole number", number: "number", boolean: "true or false", object: "object" };
    const name = schema.type === "array" ? `list of ${kind(schema.items)}` : names[schema.type] ?? "anything";
    return [name, ...bounds].join(", ");
}

/** The members of an object, and theirs within. */
export function members(schema = {}) {
    const list = make("ul", "members");
    const choices = schema.anyOf?.filter((choice) => choice.properties);
    if (choices?.length) {
        for (const choice of choices) list.append(entry("either", choice, true));
        return list;
    }
    const must = new Set(schema.required ?? []);
    for (const [name, value] of Object.entries(schema.properties ?? {})) list.append(entry(name, value, must.has(name)));
    return list;
}

function entry(name, schema, isRequired) {
    const item = make("li");
    item.append(make("code", "", name), " ", make("span", "kind", kind(schema)));
    if (isRequired) item.append(" ", make("span", "must", "required"));
    if (schema.description) item.append(make("span", "why", schema.description));
    const inner = schema.type === "array" ? schema.items : schema;
    if (inner?.properties || inner?.anyOf?.some((choice) => choice.properties)) item.append(members(inner));
    return item;
}
