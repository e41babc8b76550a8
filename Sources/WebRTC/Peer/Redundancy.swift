/// Whether earlier packets travel again with later ones (RED, RFC 2198), in each direction. Off by default.
///
/// Receiving it costs a client of LiveKit more than it gives: the server recovers from the redundancy of an uplink what
/// was lost there before it forwards plain Opus, and it repeats lost packets of plain Opus on request, but not those of
/// RED. Sending it helps where the uplink loses packets and its round trip is too long for repetition; it doubles or
/// triples the bits.
package struct Redundancy: Hashable, Sendable {
    /// How many earlier packets each packet sent repeats, 0 to 2, if the other end takes them.
    package var sends: Int
    /// Whether this end asks for it where it receives.
    package var receives: Bool

    package init(sends: Int = 0, receives: Bool = false) {
        precondition((0...2).contains(sends), "two earlier packets at most")
        self.sends = sends
        self.receives = receives
    }

    package static let off = Redundancy()
}
