import STUN
import Timing
import Wire

/// One request to the server on its way.
struct Transaction: Sendable {
    let id: TransactionID
    let purpose: Purpose
    /// Ready to be sent again.
    let payload: [UInt8]
    /// What it was signed with, and its answer must be.
    let key: [UInt8]?
    /// How often the server sent it back for another nonce, realm or server.
    let returns: Int
    var retransmission: Retransmission

    enum Purpose: Hashable, Sendable {
        case allocate
        case refresh
        /// Gives back what an earlier process left at this address, before asking again.
        case release
        case permission(IPAddress)
        case channel(UInt16, TransportAddress)
    }
}
