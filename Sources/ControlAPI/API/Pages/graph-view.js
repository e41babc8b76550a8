// The conversation's graph as a drawing, its present node lit.

import { draw, make } from "./elements.js";
import { layOut } from "./graph-layout.js";
import { nodeNames, readable } from "./words.js";

/** The graph of document 004, for a server that does not tell its own. */
const usual = {
    entry: "check_notifications",
    nodes: ["check_notifications", "router", "faq_agent", "booking_agent", "escalation_agent", "respond"]
        .map((name) => ({ name })),
    edges: [
        ["check_notifications", "router"], ["router", "faq_agent"], ["router", "booking_agent"],
        ["router", "escalation_agent"], ["faq_agent", "respond"], ["booking_agent", "respond"],
        ["escalation_agent", "respond"],
    ].map(([from, to]) => ({ from, to })),
};

/** The nodes behind the names of `current_agent`. */
const homes = { faq: "faq_agent", booking: "booking_agent", escalation: "escalation_agent", response: "respond" };

export class GraphView {
    #box;
    #nodes = new Map();
    #edges = new Map();
    #summary = make("p", "hidden");

    constructor(box) {
        this.#box = box;
        this.show(usual);
    }

    /** Another graph: its outline as GET /api/graph tells it. */
    show(outline) {
        const { width, height, nodes, edges } = layOut(outline);
        this.#nodes.clear();
        this.#edges.clear();
        const arrow = draw("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 6, markerHeight: 6, orient: "auto" },
            draw("path", { d: "M0 0 8 4 0 8z" }));
        const picture = draw("svg", { viewBox: `0 0 ${width} ${height}`, class: "graph", "aria-hidden": "true" }, draw("defs", {}, arrow));
        for (const { from, to, path, isBack } of edges) {
            const drawn = draw("path", { d: path, class: isBack ? "edge back-edge" : "edge", "marker-end": "url(#arrow)" });
            this.#edges.set(`${from} ${to}`, drawn);
            picture.append(drawn);
        }
        for (const node of nodes) picture.append(this.#node(node));
        this.#box.replaceChildren(picture, this.#summary);
    }

    draw({ node, agent, edge, visited }) {
        const here = this.#nodes.has(node) ? node : homes[agent] ?? agent;
        const lit = this.#nodes.has(homes[agent]) && node === "respond" ? homes[agent] : here;
        for (const [name, drawn] of this.#nodes) {
            drawn.classList.toggle("lit", name === lit);
            drawn.classList.toggle("seen", visited.has(name));
        }
        const taken = edge?.join(" ");
        for (const [name, drawn] of this.#edges) drawn.classList.toggle("taken", name === taken);
        const words = lit ? `The conversation is at ${nodeNames[lit] ?? readable(lit)}.` : "The conversation has not begun.";
        if (this.#summary.textContent !== words) this.#summary.textContent = words;
    }

    /** The names of all nodes, for those who want to go to one. */
    get names() {
        return [...this.#nodes.keys()];
    }

    #node({ name, x, y, w, h }) {
        const label = draw("text", { x: x + w / 2, y: y + h / 2 });
        label.textContent = nodeNames[name] ?? readable(name);
        const drawn = draw("g", { class: "node", "data-node": name }, draw("rect", { x, y, width: w, height: h, rx: 9 }), label);
        this.#nodes.set(name, drawn);
        return drawn;
    }
}
