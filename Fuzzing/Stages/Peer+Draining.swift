import Peer
import Timing
import Wire

extension Peer {
    /// Far above what one input may cause.
    private static let outputLimit = 20_000

    /// Takes everything out and checks the laws of draining.
    /// - Returns: the datagrams, as the other end sees them.
    @discardableResult
    mutating func drainEverything() -> [Datagram] {
        var datagrams: [Datagram] = []
        for _ in 0..<Self.outputLimit {
            switch pollOutput() {
            case .transmit(let sent):
                datagrams.append(
                    Datagram(local: sent.remote, remote: sent.local, transport: sent.transport, payload: sent.payload))
            case .timeout(let instant):
                guard case .timeout(instant) = pollOutput() else { fatalError("draining twice gives two timeouts") }
                return datagrams
            default: break
            }
        }
        fatalError("the output has no end")
    }
}
