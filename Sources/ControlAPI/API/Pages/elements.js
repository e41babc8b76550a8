// Small elements. Text is never read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** The element of this page with an id. */
export const element = (id) => document.getElementById(id);

/** An element with a class and text. */
export function make(tag, className = "", text = "") {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== "") made.textContent = text;
    return made;
}

/** A button that does something. */
export function button(className, text, act) {
    const made = make("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
}

/** An element of a drawing, with its attributes. */
export function draw(tag, attributes = {}, ...children) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
}

/** Text only programs that read the page aloud bring. */
export const spoken = (text) => make("span", "hidden", text);

/** Sets text only when it changes, so that nothing is announced or laid out in vain. */
export function tell(target, text) {
    if (target.textContent !== text) target.textContent = text;
}

/** One tab stop for many items: arrows, Home and End move within `list`. `wanted` selects the items. */
export function rove(list, wanted, { horizontal = false } = {}) {
    const keys = horizontal ? { ArrowRight: 1, ArrowLeft: -1 } : { ArrowDown: 1, ArrowUp: -1 };
    const items = () => [...list.querySelectorAll(wanted)].filter((item) => item.offsetParent && !item.disabled);
    const focus = (item) => {
        for (const other of list.querySelectorAll(wanted)) other.tabIndex = other === item ? 0 : -1;
        item?.focus();
    };
    list.addEventListener("keydown", (event) => {
        const all = items(), at = all.indexOf(event.target);
        if (at < 0) return;
        const next = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1
            : event.key in keys ? (at + keys[event.key] + all.length) % all.length : undefined;
        if (next === undefined) return;
        event.preventDefault();
        focus(all[next]);
    });
}
