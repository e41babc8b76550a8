// One line of a conversation as it stands on a page.

import { make, spoken } from "./elements.js";

/** The words of a line: what was heard, and struck what was planned but cut off, for those who may see it. */
export function words({ text, heard, status }, showsUnheard = true) {
    const said = make("p");
    if (status !== "cut" || !showsUnheard) {
        said.textContent = status === "cut" ? `${heard}…` : text;
        return said;
    }
    const kept = text.startsWith(heard) ? heard : "";
    const rest = (kept ? text.slice(heard.length) : text).trimStart();
    const cut = make("del", "unheard");
    cut.append(spoken("Not heard: "), rest);
    said.append(heard.trimEnd(), heard ? " " : "", cut);
    return said;
}

/** A list item for a line; `note` stands beside the speaker's name. */
export function lineItem(line, name, note = "", showsUnheard = true) {
    const item = make("li", `line ${line.role} ${line.status}`);
    if (["supervisor", "control"].includes(line.source)) item.classList.add("supervised");
    const who = make("span", "who", [name, note].filter(Boolean).join(" · "));
    item.append(who, words(line, showsUnheard));
    return item;
}
