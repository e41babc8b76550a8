// Places the nodes of a graph in columns by their distance from the entry, and its edges between them.

const WIDTH = 96, HEIGHT = 30, COLUMN = 132, ROW = 46, EDGE = 12;

/** Steps from the entry to each node; nodes nobody leads to come last. */
function ranks({ entry, nodes, edges }) {
    const rank = new Map([[entry, 0]]);
    const queue = [entry];
    for (let at = 0; at < queue.length; at += 1) {
        for (const { from, to } of edges) {
            if (from !== queue[at] || rank.has(to)) continue;
            rank.set(to, rank.get(from) + 1);
            queue.push(to);
        }
    }
    const last = Math.max(...rank.values()) + 1;
    for (const { name } of nodes) if (!rank.has(name)) rank.set(name, last);
    return rank;
}

/**
 * `outline`: {entry, nodes: [{name}], edges: [{from, to, label?}]}. Returns {width, height, nodes: [{name, x, y, w, h}],
 * edges: [{from, to, label, path}]} in px; there is one path for each pair, however many edges join it.
 */
export function layOut(outline) {
    const rank = ranks(outline);
    const columns = [];
    for (const { name } of outline.nodes) (columns[rank.get(name)] ??= []).push(name);
    const tallest = Math.max(...columns.map((column) => column?.length ?? 0));
    const height = tallest * ROW + 2 * EDGE;
    const places = new Map();
    columns.forEach((column = [], x) => column.forEach((name, y) => places.set(name, {
        name, w: WIDTH, h: HEIGHT, x: EDGE + x * COLUMN, y: (height - column.length * ROW) / 2 + y * ROW + (ROW - HEIGHT) / 2,
    })));
    const pairs = new Map();
    for (const edge of outline.edges) {
        if (edge.from !== edge.to) pairs.set(`${edge.from} ${edge.to}`, { ...edge, ...pairs.get(`${edge.from} ${edge.to}`) });
    }
    const edges = [...pairs.values()].map((edge) => ({ ...edge, path: path(places.get(edge.from), places.get(edge.to)) }));
    return { width: columns.length * COLUMN - (COLUMN - WIDTH) + 2 * EDGE, height, nodes: [...places.values()], edges };
}

/** Forward edges leave at the right; those back bend over or under the nodes between. */
function path(from, to) {
    const middle = (place) => place.y + place.h / 2;
    if (to.x > from.x) {
        const x1 = from.x + from.w, x2 = to.x - 4, bend = Math.min(40, (x2 - x1) / 2);
        return `M${x1} ${middle(from)}C${x1 + bend} ${middle(from)} ${x2 - bend} ${middle(to)} ${x2} ${middle(to)}`;
    }
    const x1 = from.x + from.w / 2 + 8, x2 = to.x + to.w / 2 - 8;
    const y1 = from.y + from.h, y2 = to.y + to.h + 4;
    const low = Math.max(y1, y2) + 16;
    return `M${x1} ${y1}C${x1} ${low} ${x2} ${low} ${x2} ${y2}`;
}
