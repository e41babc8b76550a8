import STUN
import Timing
import Wire

// Answers of the server.
extension Allocation {
    /// A server that answers a request again and again with another nonce is not believed any more.
    private static let returnLimit = 4
    private static let alternateLimit = 3

    /// Success must be signed with the key of the request. An error need not be: 401 and 438 cannot, and who could forge
    /// one for a transaction that nobody can guess could also keep the answer.
    mutating func receive(response: STUNMessage, now: Instant) {
        guard let index = transactions.firstIndex(where: { $0.id == response.transaction }),
            response.type == .error || transactions[index].key.map(response.isAuthentic(key:)) == true
        else {
            counters.discarded += 1
            return
        }
        let transaction = transactions.remove(at: index)
        if response.type == .success {
            succeed(transaction.purpose, response, now: now)
        } else {
            // LiveKit's server refuses permissions without a code.
            returned(transaction, response, response.errorCode ?? .badRequest, now: now)
        }
    }

    private mutating func succeed(_ purpose: Transaction.Purpose, _ response: STUNMessage, now: Instant) {
        switch purpose {
        case .allocate: allocated(response, now: now)
        case .refresh: extend(response, now: now)
        case .release: if state == .allocating { request(.allocate, now: now) }
        case .permission(let ip): granted(ip, now: now)
        case .channel(let number, let peer): bound(number, peer, now: now)
        }
    }

    private mutating func allocated(_ response: STUNMessage, now: Instant) {
        guard let address = response.xorRelayedAddress else { return fail(.rejected(.badRequest)) }
        state = .allocated
        relayed = address
        mapped = response.xorMappedAddress
        extend(response, now: now)
        emit(.allocated(relayed: address, mapped: mapped))
    }

    /// The shortest lifetime that is believed: a server that grants none would be asked without end.
    private static let shortestLifetime = Duration.seconds(30)

    /// A minute before the end, or at half of a short life.
    private mutating func extend(_ response: STUNMessage, now: Instant) {
        let lifetime = max(
            response.lifetime.map { Duration.seconds(Int64($0)) } ?? timings.lifetime, Self.shortestLifetime)
        expiry = now + lifetime
        refreshDue = now + max(lifetime - .seconds(60), lifetime / 2)
    }

    private mutating func granted(_ ip: IPAddress, now: Instant) {
        let due = now + timings.permissionRenewal
        permissions[ip]?.state = .granted
        permissions[ip]?.due = due
        for datagram in permissions[ip]?.release() ?? [] {
            emit(.transmit(envelope(datagram.payload, for: datagram.peer, now: now)))
        }
    }

    private mutating func bound(_ number: UInt16, _ peer: TransportAddress, now: Instant) {
        guard let index = channels.firstIndex(where: { $0.number == number && $0.peer == peer }) else { return }
        let due = now + timings.channelRenewal
        channels[index].isBound = true
        channels[index].due = due
    }

    /// An error: some ask for the same request in other words.
    private mutating func returned(
        _ transaction: Transaction, _ response: STUNMessage, _ error: STUNErrorCode, now: Instant
    ) {
        guard transaction.returns < Self.returnLimit else { return failed(transaction.purpose, error, now: now) }
        switch (error.code, transaction.purpose) {
        case (STUNErrorCode.unauthenticated.code, _) where transaction.key == nil, (STUNErrorCode.staleNonce.code, _):
            guard challenged(by: response) else { return failed(transaction.purpose, error, now: now) }
        case (STUNErrorCode.tryAlternate.code, .allocate):
            guard let alternate = response.alternateServer, follow(alternate) else {
                return fail(.tooManyAlternates)
            }
        case (STUNErrorCode.addressFamilyNotSupported.code, .allocate) where wantsIPv6: wantsIPv6 = false
        case (STUNErrorCode.allocationMismatch.code, .allocate) where !hasReleased:
            hasReleased = true
            return request(.release, now: now)
        default: return failed(transaction.purpose, error, now: now)
        }
        request(transaction.purpose, returns: transaction.returns + 1, now: now)
    }

    private mutating func challenged(by response: STUNMessage) -> Bool {
        guard let realm = response.realm ?? challenge?.realm, let nonce = response.nonce else { return false }
        if challenge != nil { counters.staleNonces += 1 }
        challenge = Challenge(realm: realm, nonce: nonce, key: credentials.key(realm: realm))
        return true
    }

    private mutating func follow(_ alternate: TransportAddress) -> Bool {
        alternates += 1
        guard alternates <= Self.alternateLimit, alternate.ip.isIPv6 == server.ip.isIPv6, alternate != server else {
            return false
        }
        server = alternate
        challenge = nil
        return true
    }

    /// A request that will not succeed.
    mutating func failed(_ purpose: Transaction.Purpose, _ error: STUNErrorCode?, now: Instant) {
        switch purpose {
        case .allocate: fail(error.map(AllocationError.init) ?? .silent)
        case .refresh:
            // The allocation may live until its end; another request finds out.
            guard let error else { return refreshDue = now }
            fail(AllocationError(error))
        case .release: if state == .allocating { request(.allocate, now: now) }
        case .permission(let ip): refused(ip, isAnswered: error != nil, now: now)
        case .channel(let number, let peer):
            guard let index = channels.firstIndex(where: { $0.number == number && $0.peer == peer }) else { return }
            channels[index].isBound = false
        }
    }

    private mutating func refused(_ ip: IPAddress, isAnswered: Bool, now: Instant) {
        counters.dropped += permissions[ip]?.release().count ?? 0
        guard isAnswered else { return permissions[ip] = nil }
        counters.refusedPeers += 1
        let due = now + timings.refusal
        permissions[ip]?.state = .refused
        permissions[ip]?.due = due
    }
}
