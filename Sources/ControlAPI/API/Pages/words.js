// Words and small elements both supervisor views use.

export const nodeNames = {
    router: "Router", faq: "Questions", booking: "Booking", escalation: "Escalation", response: "Reply",
};

/** An element with a class and text; text is never read as markup. */
export function make(tag, className = "", text = "") {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
}

export function shortName(call) {
    const tail = call.session_id.replace(/^sess_/, "").slice(0, 8);
    return call.customer_name || `${call.channel === "chat" ? "Chat" : "Call"} ${tail}`;
}

/** How long a call has lasted, or lasted: 0:07, 12:30, 1:02:03. */
export function duration(call) {
    const end = call.ended_at ? Date.parse(call.ended_at) : Date.now();
    const seconds = Math.max(0, Math.round((end - Date.parse(call.started_at)) / 1000));
    const two = (value) => String(value).padStart(2, "0");
    const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60;
    return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

export function readable(name) {
    return name ? name.replaceAll("_", " ") : "not known yet";
}
