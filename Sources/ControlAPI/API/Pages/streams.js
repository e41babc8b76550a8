// Text streams: a header, chunks in order, a trailer; keyed by the session that sent it: an agent may name someone
// else in the header, whose words these are, but not in the chunks.

const LIMIT = 64;
const SIZE = 64 * 1024;

/** Puts text streams together and reports every step: {topic, identity, id, text, attributes, done}. */
export class TextStreams {
    #open = new Map();

    /** Takes one DataPacket; returns what became known, or undefined. */
    handle(packet) {
        if (packet.streamHeader) return this.#begin(packet);
        if (packet.streamChunk) return this.#append(packet);
        if (packet.streamTrailer) return this.#finish(packet);
        return undefined;
    }

    #begin({ participantSid, participantIdentity, streamHeader: header }) {
        // Bounded: the oldest unfinished stream makes room for a new one.
        if (this.#open.size >= LIMIT) this.#open.delete(this.#open.keys().next().value);
        const stream = {
            topic: header.topic, identity: participantIdentity, id: header.streamId, text: "",
            attributes: header.attributes, done: false, decoder: new TextDecoder(),
        };
        this.#open.set(`${participantSid}/${header.streamId}`, stream);
        return undefined;
    }

    #append({ participantSid, streamChunk: chunk }) {
        const stream = this.#open.get(`${participantSid}/${chunk.streamId}`);
        if (!stream || stream.text.length > SIZE) return undefined;
        stream.text += stream.decoder.decode(chunk.content, { stream: true });
        return stream;
    }

    #finish({ participantSid, streamTrailer: trailer }) {
        const key = `${participantSid}/${trailer.streamId}`;
        const stream = this.#open.get(key);
        this.#open.delete(key);
        if (!stream) return undefined;
        Object.assign(stream.attributes, trailer.attributes);
        stream.done = true;
        return stream;
    }
}
