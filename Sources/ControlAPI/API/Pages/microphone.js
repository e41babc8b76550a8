// The microphone, and the level of any sound.

const sentences = {
    NotFoundError: "No microphone was found. Plug one in and call again, or type below.",
    OverconstrainedError: "No microphone was found. Plug one in and call again, or type below.",
    NotAllowedError: "The microphone is blocked. Allow it in the address bar and call again, or type below.",
    SecurityError: "The microphone is blocked by the browser's settings.",
    NotReadableError: "The microphone is in use by another program. Close it and call again.",
    AbortError: "The microphone did not start. Call again.",
};

/** Asks for the microphone; throws an Error with a sentence for people. */
export async function openMicrophone() {
    if (!navigator.mediaDevices?.getUserMedia) {
        throw new Error("The browser gives the microphone only to pages served over https or from localhost.");
    }
    try {
        const stream = await navigator.mediaDevices.getUserMedia({
            audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
        });
        return stream.getAudioTracks()[0];
    } catch (error) {
        throw new Error(sentences[error.name] ?? `The microphone could not be opened (${error.name}).`);
    }
}

/** Reads the loudness of tracks, 0 to 1, once per animation frame. */
export class Levels {
    #context = new AudioContext();
    #sources = new Map();

    /** Measures `track` under `name`, in place of what was measured under it before. */
    watch(name, track) {
        this.forget(name);
        const source = this.#context.createMediaStreamSource(new MediaStream([track]));
        const analyser = this.#context.createAnalyser();
        analyser.fftSize = 512;
        source.connect(analyser);
        this.#sources.set(name, { source, analyser, samples: new Float32Array(512), level: 0 });
        this.#context.resume();
    }

    forget(name) {
        this.#sources.get(name)?.source.disconnect();
        this.#sources.delete(name);
    }

    /** Fast attack, slow release; speech at normal distance reads about 0.6. */
    read(name) {
        const entry = this.#sources.get(name);
        if (!entry) return 0;
        entry.analyser.getFloatTimeDomainData(entry.samples);
        const power = entry.samples.reduce((sum, sample) => sum + sample * sample, 0) / entry.samples.length;
        const decibels = 10 * Math.log10(power + 1e-9);
        const now = Math.min(1, Math.max(0, (decibels + 60) / 50));
        entry.level = now > entry.level ? now : entry.level * 0.88 + now * 0.12;
        return entry.level;
    }

    close() {
        this.#sources.clear();
        this.#context.close();
    }
}
