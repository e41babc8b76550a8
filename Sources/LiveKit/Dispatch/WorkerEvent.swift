/// What the owner of the socket tells a `WorkerRegistration`.
package enum WorkerEvent: Hashable, Sendable {
    /// The WebSocket stands.
    case opened
    /// One binary message.
    case received([UInt8])
    /// The WebSocket ended or could not be made; `status` is the HTTP status of a refusal.
    case ended(status: Int?)
}
