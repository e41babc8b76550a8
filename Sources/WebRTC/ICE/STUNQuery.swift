import STUN
import Timing
import Wire

/// A question to a STUN server: where does this socket appear to be (RFC 8489, section 7).
struct STUNQuery: Sendable {
    let server: TransportAddress
    let base: Candidate
    /// When it is sent first.
    let start: Instant
    let transaction: TransactionID
    var retransmission: Retransmission?

    init(to server: TransportAddress, from base: Candidate, start: Instant, transaction: TransactionID) {
        self.server = server
        self.base = base
        self.start = start
        self.transaction = transaction
    }

    var deadline: Instant { retransmission?.deadline ?? start }

    var datagram: Datagram {
        let payload = STUNMessage(.request, transaction: transaction).serialized()
        return Datagram(local: base.address, remote: server, payload: payload)
    }

    /// Sends it when it is due; `nil` when nothing more is to be sent.
    mutating func next(now: Instant) -> Datagram? {
        guard retransmission != nil else {
            retransmission = Retransmission(.datagrams, now: now)
            return datagram
        }
        return retransmission?.isRepeated(now: now) == true ? datagram : nil
    }
}
