/// What a caller hears when nothing else can speak: a sentence and its sound.
package struct LastResort: Hashable, Sendable {
    package static let usualText =
        "I am sorry, I have trouble speaking at the moment. Please call again in a few minutes."

    package let text: String
    /// Mono.
    package let samples: [Int16]
    /// Samples a second.
    package let rate: Int

    package init(text: String, samples: [Int16], rate: Int) {
        self.text = text
        self.samples = samples
        self.rate = rate
    }

    /// Has the embedded voice speak the sentence now, on this thread, for some tens of milliseconds. Throws when there is no
    /// such voice on this machine.
    package static func render(_ text: String = usualText) throws(SpeechError) -> LastResort {
        let sound = Sound()
        try FliteVoice.slt.speak(SpokenText.normalize(text)) { samples in
            sound.samples += samples
            return true
        }
        return LastResort(text: text, samples: sound.samples, rate: FliteVoice.rate)
    }

    private final class Sound {
        var samples: [Int16] = []
    }
}
