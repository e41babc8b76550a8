// Who else is here, and who has control.

import { element, make, tell } from "./elements.js";

const modes = { monitor: "listens", barge: "speaks", coach: "coaches", watch: "watches" };

/** The first letters of a name. */
const initials = (name) => name.split(/[\s.@_-]+/).filter(Boolean).slice(0, 2).map(([letter]) => letter.toUpperCase()).join("");

/** {id, name} of a lease's holder, however it is written. */
export function holder(lease) {
    if (!lease?.holder) return undefined;
    const told = typeof lease.holder === "object" ? lease.holder : { id: lease.holder, name: lease.name };
    return { id: told.id, name: told.name ?? told.id };
}

/** Supervisors who watch, listen or speak. */
export function drawPeople(people, me) {
    const all = [...people.values()];
    element("presence").replaceChildren(...all.map((person) => {
        const name = person.name ?? person.principal ?? "Somebody";
        const item = make("li", person.mode ?? "watch", initials(name));
        const own = (person.principal ?? person.id) === me?.id;
        item.title = `${own ? "You" : name}: ${modes[person.mode] ?? "watches"}`;
        item.append(make("span", "hidden", item.title));
        return item;
    }));
    element("presence").hidden = all.length === 0;
}

/** Who has control. Returns "mine", "theirs" or "free". */
export function drawLease(lease, me) {
    const who = holder(lease);
    const state = !who ? "free" : who.id === me?.id ? "mine" : "theirs";
    element("lease").dataset.state = state;
    tell(element("lease-text"), { free: "Control is free", mine: "You have control" }[state] ?? `${who.name} has control`);
    return state;
}
