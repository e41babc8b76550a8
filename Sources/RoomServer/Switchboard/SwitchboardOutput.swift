package import Timing
package import Wire

/// What the switchboard asks of its driver.
package enum SwitchboardOutput: Sendable {
    /// Send one binary message.
    case send(ConnectionID, [UInt8])
    /// Close the socket, normally (1000), after what was sent before.
    case close(ConnectionID)
    case transmit(Datagram)
    /// Something a person should know; it concerns one client only.
    case fault(String)
    /// Nothing more for now; `handleTimeout` at this instant, if there is one.
    case timeout(Instant?)
}
