/// Asks the recognisers of a chain with the same sound until one answers. The first that may be asked hears the call as it
/// is spoken; the others are opened when they are needed.
package final class FallbackRecognizer: SpeechRecognizer {
    private let links: [Link<any SpeechRecognizer>]
    private let gate: Gate

    /// - Parameter links: at least one.
    package init(
        _ links: [Link<any SpeechRecognizer>], patience: Patience = .recognition, switchboard: Switchboard
    ) {
        precondition(!links.isEmpty, "a chain has an engine")
        self.links = links
        gate = Gate(.recognition, links, patience: patience, switchboard: switchboard)
    }

    /// Returns at once: connections are made while the caller begins to speak.
    package func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        FallbackRecognitionStream(links.map(\.engine), gate, vocabulary: vocabulary, account: UsageTag.current)
    }
}
