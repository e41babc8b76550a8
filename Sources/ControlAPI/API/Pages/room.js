// A LiveKit room for one caller: one peer connection, the browser always offers (v1 join).
//
// Events: "state" {state}, "track" {track, sid}, "trackended" {sid}, "participants" {participants},
// "muted" {muted}, "text" {topic, identity, text, attributes, done}, "quality" {quality},
// "closed" {sentence, recoverable}.

import { Peer } from "./peer.js";
import { within } from "./promises.js";
import { decode } from "./protobuf.js";
import { Signal } from "./signalling.js";
import { TextStreams } from "./streams.js";
import * as wire from "./signal.js";

const MEDIA_TIMEOUT = 15_000;
const PUBLISH_TIMEOUT = 10_000;

/** A failure with a sentence for the caller; `code` is "unreachable", "token", "media" or "refused". */
export class RoomError extends Error {
    constructor(code, message) {
        super(message);
        this.code = code;
    }
}

export class Room extends EventTarget {
    state = "new";
    /** Everyone else in the room, by sid. */
    participants = new Map();
    #signal;
    #peer;
    #streams = new TextStreams();
    #published;
    #trackSid;

    constructor(url, token) {
        super();
        this.#signal = new Signal(url, token);
        this.#peer = new Peer();
        this.#listen();
    }

    /** The RTCPeerConnection, for statistics. */
    get connection() {
        return this.#peer.connection;
    }

    /** Whether a transcription is of this caller: of the track published here, or told in the caller's name. */
    isOwn({ identity, attributes }) {
        const track = attributes["lk.transcribed_track_id"];
        return track ? track === this.#trackSid : identity === this.#signal.identity;
    }

    /** Joins; resolves when sound can flow. */
    async connect() {
        this.#enter("connecting");
        try {
            const join = await this.#signal.open(await this.#peer.firstOffer());
            this.#update(join.otherParticipants);
            await this.#peer.begin(join);
            await within(MEDIA_TIMEOUT, this.#peer.connected, new RoomError(
                "media", "The voice connection could not be made. A firewall may be blocking it."));
            this.#enter("connected");
        } catch (error) {
            this.#shut();
            throw error instanceof RoomError ? error : new RoomError(error.code ?? "media", error.message);
        }
    }

    /** Publishes the microphone; resolves with the name the server gave the track. */
    async publish(track) {
        this.#published = this.#peer.publish(track);
        const sid = await within(PUBLISH_TIMEOUT, this.#published, new RoomError(
            "refused", "The voice server did not accept the microphone."));
        this.#trackSid = sid;
        return sid;
    }

    /** Mutes or unmutes the microphone here and for everyone. */
    async setMuted(muted) {
        this.#peer.setMuted(muted);
        const sid = await this.#published;
        if (sid) this.#signal.send({ mute: { sid, muted } });
    }

    /** Says goodbye and closes everything. */
    leave() {
        this.#signal.send({ leave: { reason: 1, action: wire.LeaveAction.disconnect } });
        this.#shut();
    }

    #listen() {
        this.#signal.onmessage = (message) => this.#handle(message);
        this.#signal.onclosed = () => this.#close("The connection to the voice server broke.", true);
        this.#peer.onsend = (message) => this.#signal.send(message);
        this.#peer.ontrack = (detail) => this.#emit("track", detail);
        this.#peer.ontrackended = (detail) => this.#emit("trackended", detail);
        this.#peer.ondata = (bytes) => this.#data(bytes);
        this.#peer.onfailed = () => this.#close("The voice connection broke.", true);
    }

    #handle(message) {
        if (message.answer) this.#peer.answered(message.answer);
        else if (message.trickle) this.#peer.trickled(message.trickle);
        else if (message.trackPublished) this.#peer.published(message.trackPublished);
        else if (message.sections) this.#peer.require(message.sections.numAudios);
        else if (message.update) this.#update(message.update.participants);
        else if (message.mute) this.#muted(message.mute);
        else if (message.quality) this.#emit("quality", message.quality);
        else if (message.leave) this.#left(message.leave);
    }

    #update(participants) {
        for (const person of participants) {
            if (person.sid === this.#signal.sid) continue;
            const known = this.participants.get(person.sid);
            if (person.state === wire.ParticipantState.disconnected) this.participants.delete(person.sid);
            else if (!known || known.version <= person.version) this.#place(person);
        }
        this.#emit("participants", { participants: [...this.participants.values()] });
    }

    /** A known identity with a new sid replaces the old one. */
    #place(person) {
        for (const [sid, other] of this.participants) {
            if (other.identity === person.identity && sid !== person.sid) this.participants.delete(sid);
        }
        this.participants.set(person.sid, person);
    }

    #muted({ muted }) {
        this.#peer.setMuted(muted);
        this.#emit("muted", { muted });
    }

    #data(bytes) {
        const stream = this.#streams.handle(decode(wire.DataPacket, bytes));
        if (stream) this.#emit("text", stream);
    }

    #left({ reason, action, canReconnect }) {
        const recoverable = action !== wire.LeaveAction.disconnect || canReconnect;
        this.#close(wire.leaveSentences[reason] ?? "The voice server ended the call.", recoverable);
    }

    #close(sentence, recoverable) {
        const joined = this.state === "connected";
        this.#shut(new RoomError("unreachable", sentence));
        if (joined) this.#emit("closed", { sentence, recoverable });
    }

    #shut(error) {
        if (this.state === "closed") return;
        this.#enter("closed");
        this.#peer.close(error);
        this.#signal.close(error);
    }

    #enter(state) {
        this.state = state;
        this.#emit("state", { state });
    }

    #emit(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
