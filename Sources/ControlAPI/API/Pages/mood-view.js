// How the caller feels, as a line over the call: above the middle well, below it badly.

import { draw, element, tell } from "./elements.js";

const WIDTH = 280, HEIGHT = 64, SHOWN = 120;
const faces = [[0.25, "good"], [-0.25, "neutral"], [-1.1, "bad"]];

export class MoodView {
    #line = draw("polyline", { class: "mood-line" });
    #area = draw("path", { class: "mood-area" });
    #dot = draw("circle", { r: 3.5, class: "mood-dot" });

    constructor(box) {
        box.append(draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
            draw("line", { x1: 0, x2: WIDTH, y1: HEIGHT / 2, y2: HEIGHT / 2, class: "mood-zero" }), this.#area, this.#line, this.#dot));
    }

    draw({ moods, satisfaction }) {
        const shown = moods.slice(-SHOWN);
        const points = shown.map(({ score }, index) => [
            shown.length > 1 ? (index / (shown.length - 1)) * (WIDTH - 8) + 2 : WIDTH - 6, HEIGHT / 2 - score * (HEIGHT / 2 - 5),
        ]);
        this.#line.setAttribute("points", points.map((point) => point.join(" ")).join(","));
        const last = points.at(-1);
        const under = points.map((point) => `L${point.join(" ")}`).join("");
        this.#area.setAttribute("d", points.length > 1 ? `M${points[0][0]} ${HEIGHT / 2}${under}L${last[0]} ${HEIGHT / 2}z` : "");
        this.#dot.setAttribute("visibility", last ? "visible" : "hidden");
        if (last) {
            this.#dot.setAttribute("cx", last[0]);
            this.#dot.setAttribute("cy", last[1]);
        }
        const score = shown.at(-1)?.score;
        const face = score === undefined ? "" : faces.find(([least]) => score >= least)[1];
        element("mood").dataset.face = face;
        tell(element("mood-text"), score === undefined ? "not known yet" : `${face} (${score > 0 ? "+" : ""}${score.toFixed(2)})`);
        tell(element("satisfaction"), satisfaction ? `${Math.round(satisfaction.score)} of 100` : "–");
    }
}
