import Secure

/// What one endpoint has reported so far.
struct DTLSOutcome {
    var material: SRTPKeyingMaterial?
    var received: [[UInt8]] = []
    var isClosed = false
    var error: DTLSError?
    var datagrams: [[UInt8]] = []

    /// Records the output; the datagram when there is one to carry.
    mutating func take(_ output: DTLSOutput) -> [UInt8]? {
        switch output {
        case .transmit(let datagram):
            datagrams.append(datagram)
            return datagram
        case .connected(let material): self.material = material
        case .received(let bytes): received.append(bytes)
        case .closed(let error): (isClosed, self.error) = (true, error)
        }
        return nil
    }
}
