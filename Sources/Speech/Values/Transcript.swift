/// The words of one utterance.
package struct Transcript: Hashable, Sendable {
    /// Lower case words for the embedded recogniser, whatever the provider writes otherwise. Empty when nothing was said.
    package var text: String
    /// 0…1, where the engine knows it. Engines are not comparable with each other: the embedded one is between 0.3 and
    /// 0.8 for most speech and below 0.1 for most noise.
    package var confidence: Double?
    /// From the end of the utterance to this transcript.
    package var processingTime: Duration

    package init(text: String, confidence: Double? = nil, processingTime: Duration = .zero) {
        self.text = text
        self.confidence = confidence
        self.processingTime = processingTime
    }
}
