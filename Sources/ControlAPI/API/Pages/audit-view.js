// The chained audit log of one session, for those who may read it.

import { announce } from "./announcer.js";
import { element, make } from "./elements.js";
import { readable, timeOfDay } from "./words.js";

/** Reads the newest entries about a session and shows them. */
export async function showAudit(api, session) {
    try {
        const query = new URLSearchParams({ target: session, limit: 50 });
        const { entries } = await api.request("GET", `/api/audit?${query}`);
        element("audit").replaceChildren(...entries.map(row));
        element("no-audit").hidden = entries.length > 0;
        element("no-audit").textContent = "Nothing about this call is in the audit log.";
    } catch (error) {
        announce(error.message, "bad");
    }
}

function row({ seq, at, actor, action, hash }) {
    const item = make("li");
    const proof = make("span", "by", `${actor} · no. ${seq} · ${hash.slice(0, 12)}`);
    proof.title = hash;
    item.append(make("time", "", timeOfDay(at)), make("span", "", readable(action)), proof);
    return item;
}
