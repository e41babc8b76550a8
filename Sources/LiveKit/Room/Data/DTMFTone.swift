/// A key that somebody pressed on a telephone.
package struct DTMFTone: Hashable, Sendable {
    /// The event code (RFC 4733, section 3.2): 0 to 9 for the digits, 10 for `*`, 11 for `#`.
    package let code: UInt32
    /// The key as text, such as `5` or `#`.
    package let digit: String
    package let participantIdentity: String
}
