// What the console tells in passing: shown for a moment, read aloud once.

import { button, element, make } from "./elements.js";

const SHOWN = 6_000;

/** `kind`: "", "good" or "bad". Bad news stay until they are closed. */
export function announce(text, kind = "") {
    const note = make("div", `toast ${kind}`);
    const close = () => note.remove();
    note.append(make("span", "", text), button("quiet close", "✕", close));
    note.lastElementChild.setAttribute("aria-label", "Close");
    const box = element("toasts");
    box.append(note);
    while (box.childElementCount > 4) box.firstElementChild.remove();
    setTimeout(close, kind === "bad" ? 3 * SHOWN : SHOWN);
}
