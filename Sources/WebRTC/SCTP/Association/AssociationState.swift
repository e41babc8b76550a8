/// Where an association stands (RFC 9260, section 4).
enum AssociationState: Hashable, Sendable {
    /// Not started by us; an INIT is answered.
    case idle
    /// INIT sent.
    case cookieWait
    /// COOKIE ECHO sent.
    case cookieEchoed
    case established
    /// Closed by us, with data still on the way.
    case shutdownPending
    /// SHUTDOWN sent.
    case shutdownSent
    /// SHUTDOWN received, with data still on the way.
    case shutdownReceived
    /// SHUTDOWN ACK sent.
    case shutdownAckSent
    /// Over. Nothing leads out of it.
    case closed

    /// Whether DATA may be sent.
    var maySendData: Bool { [.established, .shutdownPending, .shutdownReceived].contains(self) }

    /// Whether DATA is taken.
    var mayReceiveData: Bool { [.established, .shutdownPending, .shutdownSent].contains(self) }

    /// Whether the application may still hand over messages.
    var acceptsMessages: Bool { [.idle, .cookieWait, .cookieEchoed, .established].contains(self) }
}
