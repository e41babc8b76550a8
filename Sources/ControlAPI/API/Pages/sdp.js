// What a caller reads from a session description; the browser does the rest.

/** The track id in the msid line of the section `mid`, or undefined. The server wants it as the track's `cid`. */
export function trackIdOf(sdp, mid) {
    const line = sectionOf(sdp, mid)?.find((item) => item.startsWith("a=msid:"));
    return line?.slice("a=msid:".length).trim().split(" ")[1];
}

/** mid -> track id for every section of the server that carries a named track (fallback for `mid_to_track_id`). */
export function tracksByMid(sdp) {
    const named = {};
    for (const lines of sections(sdp)) {
        const mid = midOf(lines);
        const msid = lines.find((item) => item.startsWith("a=msid:"));
        const sends = lines.includes("a=sendonly") || lines.includes("a=sendrecv");
        const track = msid && /TR_[A-Za-z0-9]+/.exec(msid.split(" ").pop() ?? "")?.[0];
        if (mid !== undefined && sends && track) named[mid] = track;
    }
    return named;
}

function sections(sdp) {
    return sdp.split(/\r?\n(?=m=)/).slice(1).map((part) => part.split(/\r?\n/));
}

function sectionOf(sdp, mid) {
    return sections(sdp).find((lines) => midOf(lines) === mid);
}

function midOf(lines) {
    return lines.find((item) => item.startsWith("a=mid:"))?.slice("a=mid:".length).trim();
}
