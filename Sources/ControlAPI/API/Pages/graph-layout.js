// Places the nodes of a graph in rows, each below all that lead to it, and its edges between them.

const WIDTH = 78, HEIGHT = 28, COLUMN = 86, ROW = 48, EDGE = 4;

/** The edges that lead back to a node on the way to where they begin: the loops of a conversation. */
function loops({ entry, edges }) {
    const back = new Set(), done = new Set(), open = new Set();
    const visit = (name) => {
        open.add(name);
        for (const edge of edges.filter(({ from }) => from === name)) {
            if (open.has(edge.to)) back.add(edge);
            else if (!done.has(edge.to)) visit(edge.to);
        }
        open.delete(name);
        done.add(name);
    };
    visit(entry);
    return back;
}

/** The row of each node: one more than the lowest of those that lead to it. */
function ranks({ nodes, edges }, back) {
    const rank = new Map(nodes.map(({ name }) => [name, 0]));
    const forward = edges.filter((edge) => !back.has(edge));
    for (let round = 0; round < nodes.length; round += 1) {
        for (const { from, to } of forward) rank.set(to, Math.max(rank.get(to) ?? 0, Math.min((rank.get(from) ?? 0) + 1, nodes.length)));
    }
    return rank;
}

/**
 * `outline`: {entry, nodes: [{name}], edges: [{from, to, label?}]}. Returns {width, height, nodes: [{name, x, y, w, h}],
 * edges: [{from, to, isBack, path}]} in px; there is one path for each pair, however many edges join it.
 */
export function layOut(outline) {
    const back = loops(outline), rank = ranks(outline, back);
    const rows = [];
    for (const { name } of outline.nodes) (rows[rank.get(name)] ??= []).push(name);
    const widest = Math.max(...rows.map((row) => row?.length ?? 0));
    const width = widest * COLUMN - (COLUMN - WIDTH) + 2 * EDGE;
    const places = new Map();
    rows.forEach((row, y) => row.forEach((name, x) => places.set(name, {
        name, w: WIDTH, h: HEIGHT, y: EDGE + y * ROW, x: (width - row.length * COLUMN) / 2 + x * COLUMN + (COLUMN - WIDTH) / 2,
    })));
    const pairs = new Map();
    for (const edge of outline.edges) {
        const { from, to } = edge;
        if (from === to || !places.has(from) || !places.has(to)) continue;
        pairs.set(`${from} ${to}`, { from, to, isBack: back.has(edge), path: path(places.get(from), places.get(to)) });
    }
    const height = rows.length * ROW - (ROW - HEIGHT) + 2 * EDGE;
    return { width, height, nodes: [...places.values()], edges: [...pairs.values()] };
}

/** Edges down leave at the bottom and arrive at the top; those back up bend around to the side. */
function path(from, to) {
    const x1 = from.x + from.w / 2, x2 = to.x + to.w / 2;
    if (to.y > from.y) {
        const y1 = from.y + from.h, y2 = to.y - 3, bend = (y2 - y1) / 2;
        return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
    }
    const y1 = from.y + 4, y2 = to.y + to.h + 3;
    return `M${x1 + 10} ${y1}C${x1 + 10} ${(y1 + y2) / 2} ${x2 + 10} ${(y1 + y2) / 2} ${x2 + 10} ${y2}`;
}
