package import STUN
import Secure
package import Timing
package import Wire

/// A STUN and TURN server at one address, for every transport at once.
///
/// It demands authentication, a fresh nonce, and permissions and channels that have not run out.
package struct SimulatedTURNServer: Sendable {
    package let address: TransportAddress
    package var realm = "example.org"
    package var passwords: [String: String]
    /// Takes everything and says nothing.
    package var isSilent = false
    /// Answers Binding requests only.
    package var isOnlySTUN = false
    /// What is granted, whatever was asked for.
    package var lifetime: Duration = .seconds(600)
    /// A nonce is stale after this.
    package var nonceLifetime: Duration = .seconds(3600)
    /// Where everybody is sent instead.
    package var alternate: TransportAddress?
    /// Refused with 403.
    package var forbiddenPeers: Set<IPAddress> = []
    /// Says that it refuses, but not why.
    package var isTerse = false
    /// Refused with 440.
    package var lacksIPv6 = false
    package var quota = 16
    /// When there is one, every Allocate request gets it.
    package var refusal: STUNErrorCode?

    /// What clients did.
    package var counters = TURNServerCounters()
    var allocations: [TransportAddress: SimulatedAllocation] = [:]
    var nextPort: UInt16 = 50_000
    private var nonceSerial: UInt64 = 0
    private var nonces: [String: Instant] = [:]

    package init(_ address: TransportAddress, passwords: [String: String] = [:]) {
        self.address = address
        self.passwords = passwords
    }

    /// Whether a datagram to this address is for the server.
    package func owns(_ address: TransportAddress) -> Bool {
        address == self.address || allocations.values.contains { $0.relayed == address }
    }

    package var relayedAddresses: [TransportAddress] { allocations.values.map(\.relayed) }

    /// Loses what it knows, as after a restart.
    package mutating func forgetEverything() {
        allocations = [:]
        nonces = [:]
    }

    /// Takes a datagram; what is to be sent in return.
    package mutating func handle(_ datagram: Datagram, now: Instant) -> [Datagram] {
        allocations = allocations.filter { $0.value.expiry > now }
        guard !isSilent else { return [] }
        if datagram.local != address { return relayFromPeer(datagram, now: now) }
        guard let message = STUNMessage(parsing: datagram.payload) else {
            return relayChannelData(datagram, now: now)
        }
        switch message.type {
        case .request: return [reply(answer(message, from: datagram, now: now), to: datagram)]
        case .indication: return relayIndication(message, from: datagram, now: now)
        case .success, .error: return []
        }
    }

    private func reply(_ payload: [UInt8], to datagram: Datagram) -> Datagram {
        Datagram(local: address, remote: datagram.remote, transport: datagram.transport, payload: payload)
    }

    private mutating func answer(_ request: STUNMessage, from datagram: Datagram, now: Instant) -> [UInt8] {
        var response = STUNMessage(.success, request.method, transaction: request.transaction)
        if request.method == STUNMethod.binding {
            response.attributes = [.xorMappedAddress(datagram.remote)]
            return response.serialized()
        }
        if let alternate, request.method == STUNMethod.allocate {
            response.type = .error
            response.attributes = [.errorCode(.tryAlternate), .alternateServer(alternate)]
            return response.serialized()
        }
        do {
            let client = try authenticate(request, now: now)
            do {
                response.attributes = try perform(request, of: client.username, from: datagram, now: now)
            } catch {
                response.type = .error
                response.attributes = isTerse ? [] : [.errorCode(error.code)]
            }
            return response.serialized(key: client.key)
        } catch {
            response.type = .error
            response.attributes = [.errorCode(error.code), .realm(realm), .nonce(newNonce(now: now))]
            return response.serialized()
        }
    }

    /// An error response, thrown to leave the request early.
    struct Refusal: Error {
        var code: STUNErrorCode

        init(_ code: STUNErrorCode) { self.code = code }
    }

    private mutating func authenticate(
        _ request: STUNMessage, now: Instant
    ) throws(Refusal) -> (username: String, key: [UInt8]) {
        guard request.hasIntegrity else { throw Refusal(.unauthenticated) }
        guard let username = request.username, let realm = request.realm, let nonce = request.nonce else {
            throw Refusal(.badRequest)
        }
        guard let password = passwords[username], realm == self.realm else { throw Refusal(.unauthenticated) }
        let key = Digest.md5(Array("\(username):\(realm):\(password)".utf8))
        guard request.isAuthentic(key: key) else { throw Refusal(.unauthenticated) }
        guard let made = nonces[nonce], now - made < nonceLifetime else {
            counters.staleNonces += 1
            throw Refusal(.staleNonce)
        }
        return (username, key)
    }

    private mutating func newNonce(now: Instant) -> String {
        nonceSerial += 1
        nonces["nonce-\(nonceSerial)"] = now
        return "nonce-\(nonceSerial)"
    }
}
