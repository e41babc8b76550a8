/// Turns sound into words, for any number of calls at once.
package protocol SpeechRecognizer: Sendable {
    var traits: EngineTraits { get }

    /// A stream for one call.
    ///
    /// `vocabulary` names what the caller is likely to say ("open", "date", "phone" …); a name the recogniser does not
    /// know means its widest one. Throws `SpeechError`.
    func makeStream(vocabulary: String) async throws -> any RecognitionStream
}

extension SpeechRecognizer {
    package var traits: EngineTraits { EngineTraits(name: "\(Self.self)") }
}
