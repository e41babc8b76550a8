/// The words of one utterance as a page shows them while they are spoken: each is told once, when it was heard.
package struct SpokenCaption: Hashable, Sendable {
    package let utterance: Int
    /// The text stream that the words go out on; `nil` before the first, and after the stream was lost.
    package private(set) var stream: String?
    private var told = ""

    package init(of utterance: Int) {
        self.utterance = utterance
    }

    /// The words heard since the last ones that were told; `nil` when there are none.
    /// - Parameter heard: everything heard of the utterance.
    package func addition(_ heard: String) -> String? {
        guard heard.utf8.count > told.utf8.count, heard.hasPrefix(told) else { return nil }
        return String(heard.dropFirst(told.count))
    }

    /// Nothing more and nothing less was told; more was when the times of words turned out otherwise than estimated.
    package func isExactly(_ heard: String) -> Bool { told == heard }

    /// The words were told on that stream.
    package mutating func tell(_ addition: String, on stream: String) {
        self.stream = stream
        told += addition
    }

    /// The stream is gone: the next words begin another, with everything heard before them.
    package mutating func loseStream() {
        stream = nil
        told = ""
    }
}
