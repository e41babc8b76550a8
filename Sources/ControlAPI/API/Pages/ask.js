// One dialog for every question with a few fields.

import { element, make } from "./elements.js";

/**
 * `fields`: [{name, label, type: "text" | "area" | "select" | "check", options?, value?, required?, hint?}]. Resolves
 * with the values by name, or undefined when the person turned away.
 */
export function ask({ title, text = "", fields, submit, danger = false }) {
    const dialog = element("ask"), form = element("ask-form");
    element("ask-title").textContent = title;
    element("ask-text").textContent = text;
    element("ask-text").hidden = text === "";
    element("ask-fields").replaceChildren(...fields.map(field));
    element("ask-submit").textContent = submit;
    element("ask-submit").className = danger ? "danger" : "primary";
    dialog.returnValue = "";
    dialog.showModal();
    form.querySelector("input, textarea, select")?.focus();
    return new Promise((resolve) => {
        dialog.addEventListener("close", () => {
            if (dialog.returnValue !== "go") return resolve(undefined);
            return resolve(Object.fromEntries(fields.map(({ name, type }) => {
                const control = form.elements[name];
                return [name, type === "check" ? control.checked : control.value.trim()];
            })));
        }, { once: true });
    });
}

/** Makes the dialog's buttons close it. */
export function prepareAsk() {
    element("ask-form").addEventListener("submit", (event) => {
        event.preventDefault();
        element("ask").close("go");
    });
    for (const close of document.querySelectorAll("[data-close]")) {
        close.addEventListener("click", () => close.closest("dialog").close(""));
    }
}

function field({ name, label, type = "text", options = [], value = "", required = false, hint = "" }) {
    const row = make("label", `field ${type}`);
    const control = make({ area: "textarea", select: "select" }[type] ?? "input");
    control.name = name;
    control.required = required;
    if (type === "check") Object.assign(control, { type: "checkbox", checked: Boolean(value) });
    else if (type === "select") control.append(...options.map(([key, text]) => new Option(text, key, false, key === value)));
    else Object.assign(control, { value, placeholder: hint, ...(type === "area" && { rows: 3 }) });
    const caption = make("span", "", label);
    row.append(...(type === "check" ? [control, caption] : [caption, control]));
    return row;
}
