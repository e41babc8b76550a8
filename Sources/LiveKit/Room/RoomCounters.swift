/// What a room counted of what it could not use, for logs and tests.
package struct RoomCounters: Hashable, Sendable {
    /// Frames that are no signalling message.
    package var unreadableMessages = 0
    /// Messages that have no place where they came: an answer to nothing, an offer in the single topology.
    package var unexpectedMessages = 0
    /// Candidates whose JSON cannot be read.
    package var unreadableCandidates = 0
    /// Participants and tracks beyond the limits.
    package var refusedParticipants = 0
    /// Sections that the server asked for beyond the limit.
    package var refusedSections = 0
    /// Our own requests that found the queue full while the connection was lost.
    package var droppedRequests = 0

    package init() {}
}
