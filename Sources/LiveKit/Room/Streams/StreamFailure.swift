/// A stream that began and will never be whole. What came of it is not to be used.
package struct StreamFailure: Hashable, Sendable {
    /// What went wrong.
    package enum Reason: Hashable, Sendable {
        /// A chunk is missing, or came twice.
        case gap
        /// Its sender gave it up, and why.
        case givenUp(String)
        case senderLeft
        /// Nothing came for a minute.
        case idle
        /// It is longer than is kept, or than it said.
        case tooLong
        /// It ended before the length that it announced.
        case incomplete
        /// More streams or more bytes are arriving already than are kept.
        case noRoom
        /// It is compressed, which was not asked for.
        case compressed
        /// Our own connection was made anew, or ended.
        case connectionLost
    }

    package let stream: StreamInfo
    package let reason: Reason
}
