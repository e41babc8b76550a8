// The one peer connection of a call. It only ever offers, one offer at a time; what is asked for while an
// answer is outstanding goes into the next offer.

import { deferred } from "./promises.js";
import { trackIdOf, tracksByMid } from "./sdp.js";
import * as wire from "./signal.js";

const SPARE_SECTIONS = 2;

export class Peer {
    onsend = () => {};
    ontrack = () => {};
    ontrackended = () => {};
    ondata = () => {};
    onfailed = () => {};
    connection = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
    #offer;
    #offerId = 1;
    #outstanding = true;
    #wanted = false;
    #early = [];
    #heard = new Map();
    #microphone;
    #connected = deferred();

    constructor() {
        const peer = this.connection;
        // Both channels must exist before the first offer, or the server sends no reliable data.
        this.#channel("_reliable", { ordered: true });
        this.#channel("_lossy", { ordered: false, maxRetransmits: 0 });
        for (let i = 0; i < SPARE_SECTIONS; i += 1) peer.addTransceiver("audio", { direction: "recvonly" });
        peer.onicecandidate = ({ candidate }) => this.#candidate(candidate);
        peer.onconnectionstatechange = () => this.#changed(peer.connectionState);
    }

    /** Resolves when ICE and DTLS are done. */
    get connected() {
        return this.#connected.promise;
    }

    /** The offer of the join request. It is applied by `begin`, when the server's ICE servers are known. */
    async firstOffer() {
        this.#offer = await this.connection.createOffer();
        return this.#offer;
    }

    async begin(join) {
        const iceServers = join.iceServers
            .filter(({ urls }) => urls.length > 0)
            .map(({ urls, username, credential }) => ({ urls, username, credential }));
        const iceTransportPolicy = join.clientConfiguration?.forceRelay === 2 ? "relay" : "all";
        this.connection.setConfiguration({ bundlePolicy: "max-bundle", iceServers, iceTransportPolicy });
        await this.connection.setLocalDescription(this.#offer);
        const held = this.#early;
        this.#early = [];
        for (const message of held) await this.#apply(message);
    }

    /** Adds a section that sends `track`; resolves with the sid the server gives it. */
    publish(track) {
        const transceiver = this.connection.addTransceiver(track, {
            direction: "sendonly", streams: [new MediaStream([track])],
        });
        this.#microphone = { track, transceiver, cid: undefined, answer: deferred() };
        this.#negotiate();
        return this.#microphone.answer.promise;
    }

    setMuted(muted) {
        if (this.#microphone) this.#microphone.track.enabled = !muted;
    }

    published({ cid, track }) {
        if (this.#microphone?.cid === cid) this.#microphone.answer.resolve(track?.sid ?? "");
    }

    /** The server needs `audios` more receiving sections (or, with zero, only a new offer). */
    require(audios) {
        for (let i = 0; i < Math.min(audios, 16); i += 1) {
            this.connection.addTransceiver("audio", { direction: "recvonly" });
        }
        this.#negotiate();
    }

    answered(answer) {
        return this.#apply({ answer });
    }

    trickled(trickle) {
        return this.#apply({ trickle });
    }

    close(error) {
        this.#connected.reject(error ?? new Error("The call was closed."));
        this.#microphone?.answer.resolve("");
        this.connection.onconnectionstatechange = null;
        this.connection.close();
    }

    /** Answers and candidates in the order they arrived; those that come before `begin` wait for it. */
    async #apply(message) {
        const peer = this.connection;
        const ready = message.answer ? peer.signalingState === "have-local-offer" : peer.remoteDescription;
        if (!ready) {
            const stale = message.answer && peer.localDescription;
            if (!stale && this.#early.length < 256) this.#early.push(message);
            return;
        }
        try {
            if (message.answer) await this.#accept(message.answer);
            else if (message.trickle.candidateInit) await peer.addIceCandidate(JSON.parse(message.trickle.candidateInit));
        } catch (error) {
            // A candidate of an old generation is no reason to end a call; a bad answer is.
            if (message.answer) this.onfailed(error);
        }
    }

    async #accept({ type, sdp, midToTrackId }) {
        await this.connection.setRemoteDescription({ type, sdp });
        this.#name({ ...tracksByMid(sdp), ...midToTrackId });
        this.#outstanding = false;
        const held = this.#early;
        this.#early = [];
        for (const message of held) await this.#apply(message);
        if (this.#wanted) this.#negotiate();
    }

    async #negotiate() {
        this.#wanted = true;
        if (this.#outstanding) return;
        this.#wanted = false;
        this.#outstanding = true;
        await this.connection.setLocalDescription(await this.connection.createOffer());
        const { type, sdp } = this.connection.localDescription;
        this.#announce(sdp);
        this.#offerId += 1;
        this.onsend({ offer: { type, sdp, id: this.#offerId } });
    }

    /** The server matches the section to the announcement by the track id of its msid line. */
    #announce(sdp) {
        const microphone = this.#microphone;
        if (!microphone || microphone.cid) return;
        microphone.cid = trackIdOf(sdp, microphone.transceiver.mid) ?? microphone.track.id;
        this.onsend({
            addTrack: {
                cid: microphone.cid, name: "microphone", type: wire.TrackType.audio,
                source: wire.TrackSource.microphone, muted: !microphone.track.enabled,
            },
        });
    }

    /** Compares the names of the received sections with those of the last answer; sections are re-used. */
    #name(named) {
        for (const transceiver of this.connection.getTransceivers()) {
            const { mid, receiver } = transceiver;
            if (mid === null || transceiver === this.#microphone?.transceiver) continue;
            const before = this.#heard.get(mid), now = named[mid];
            if (before === now) continue;
            if (before) this.ontrackended({ sid: before });
            if (now) this.ontrack({ sid: now, track: receiver.track });
            if (now) this.#heard.set(mid, now);
            else this.#heard.delete(mid);
        }
    }

    #channel(label, options) {
        const channel = this.connection.createDataChannel(label, options);
        channel.binaryType = "arraybuffer";
        channel.onmessage = ({ data }) => {
            try {
                this.ondata(new Uint8Array(data));
            } catch {
                // Data this page does not understand is not for it.
            }
        };
    }

    #candidate(candidate) {
        const trickle = candidate
            ? { candidateInit: JSON.stringify(candidate.toJSON()), target: 0 }
            : { target: 0, final: true };
        this.onsend({ trickle });
    }

    #changed(state) {
        if (state === "connected") this.#connected.resolve();
        else if (state === "failed") {
            this.#connected.reject(new Error("The voice connection could not be made."));
            this.onfailed();
        }
    }
}
