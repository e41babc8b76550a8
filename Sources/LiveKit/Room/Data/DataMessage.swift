/// A user packet from another participant, or from the server's API.
package struct DataMessage: Hashable, Sendable {
    /// Empty when the server's API sent it.
    package let participantIdentity: String
    package let topic: String
    package let payload: [UInt8]
    package let isReliable: Bool
}
