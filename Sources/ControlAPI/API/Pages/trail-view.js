// Lists of what was done: every command with its outcome, and the session's audit trail.

import { element, make } from "./elements.js";
import { nameOf } from "./trail.js";
import { commandNames, readable, reasonNames, timeOfDay } from "./words.js";

const SHOWN = 200;

/** Who did what, newest first. */
export function drawTrail({ entries }) {
    element("trail").replaceChildren(...entries.slice(-SHOWN).reverse().map((entry) => {
        const item = make("li");
        item.append(make("time", "", timeOfDay(entry.ts)), make("span", "", entry.text), make("span", "by", nameOf(entry.by)));
        return item;
    }));
    element("no-trail").hidden = entries.length > 0;
}

/** Every command, newest first, with what became of it and the turn it affected. */
export function drawCommands(commands) {
    const shown = [...commands.values()].slice(-SHOWN).reverse().filter(({ command }) => !command?.startsWith("lease."));
    element("commands").replaceChildren(...shown.map(outcome));
    element("no-commands").hidden = shown.length > 0;
}

function outcome(command) {
    const { command: type, status, turn, reason, effect, heard, by } = command;
    const item = make("li", `outcome ${status}`);
    const facts = [
        Number.isInteger(turn) ? `turn ${turn}` : "", effect ? readable(effect) : "",
        reason ? reasonNames[reason] ?? readable(reason) : "", heard ? `heard: “${heard}”` : "", nameOf(by),
    ];
    const head = make("span", "outcome-head");
    head.append(make("strong", "", commandNames[type] ?? type ?? "Command"), make("span", "status-word", status));
    item.append(head, make("span", "facts", facts.filter(Boolean).join(" · ")));
    return item;
}
