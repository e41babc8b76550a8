// Keys for everything, and the page that lists them.

import { element, make } from "./elements.js";

/** `keys`: [key, sentence, act]. They rest while somebody types, except Escape, and while a dialog is open. */
export function offerShortcuts(keys) {
    const help = element("help");
    const list = element("help-list");
    for (const [key, sentence] of keys) list.append(make("dt", "", key), make("dd", "", sentence));
    element("help-open").addEventListener("click", () => help.showModal());
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
        const typing = event.target.closest("input, textarea, select, [contenteditable]");
        if (typing) {
            if (event.key === "Escape") typing.blur();
            return;
        }
        if (event.key === "?") help.showModal();
        const found = keys.find(([key]) => key.toLowerCase() === event.key.toLowerCase() || (key === "Esc" && event.key === "Escape"));
        if (!found && event.key !== "?") return;
        event.preventDefault();
        found?.[2]();
    });
}
