/// A remote procedure call to be made.
package struct OutgoingRPC: Hashable, Sendable {
    /// Who is to answer, by identity.
    package var recipient: String
    package var method: String
    /// 15 360 bytes of UTF-8 at most.
    package var payload: String
    /// How long the answer is waited for.
    package var timeout: Duration

    package init(_ method: String, of recipient: String, payload: String = "", timeout: Duration = .seconds(15)) {
        self.recipient = recipient
        self.method = method
        self.payload = payload
        self.timeout = timeout
    }
}
