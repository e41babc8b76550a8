import Wire

extension STUNAttribute {
    /// The numbers of RFC 8489, section 18.3, RFC 8445, section 20.2, and RFC 8656, section 18.
    enum Kind {
        static let mappedAddress: UInt16 = 0x0001
        static let username: UInt16 = 0x0006
        static let messageIntegrity: UInt16 = 0x0008
        static let errorCode: UInt16 = 0x0009
        static let unknownAttributes: UInt16 = 0x000A
        static let channelNumber: UInt16 = 0x000C
        static let lifetime: UInt16 = 0x000D
        static let xorPeerAddress: UInt16 = 0x0012
        static let data: UInt16 = 0x0013
        static let realm: UInt16 = 0x0014
        static let nonce: UInt16 = 0x0015
        static let xorRelayedAddress: UInt16 = 0x0016
        static let requestedAddressFamily: UInt16 = 0x0017
        static let requestedTransport: UInt16 = 0x0019
        static let messageIntegritySHA256: UInt16 = 0x001C
        static let xorMappedAddress: UInt16 = 0x0020
        static let priority: UInt16 = 0x0024
        static let useCandidate: UInt16 = 0x0025
        static let software: UInt16 = 0x8022
        static let alternateServer: UInt16 = 0x8023
        static let fingerprint: UInt16 = 0x8028
        static let iceControlled: UInt16 = 0x8029
        static let iceControlling: UInt16 = 0x802A
    }

    package var type: UInt16 {
        switch self {
        case .mappedAddress: Kind.mappedAddress
        case .xorMappedAddress: Kind.xorMappedAddress
        case .username: Kind.username
        case .realm: Kind.realm
        case .nonce: Kind.nonce
        case .software: Kind.software
        case .errorCode: Kind.errorCode
        case .unknownAttributes: Kind.unknownAttributes
        case .priority: Kind.priority
        case .useCandidate: Kind.useCandidate
        case .iceControlled: Kind.iceControlled
        case .iceControlling: Kind.iceControlling
        case .alternateServer: Kind.alternateServer
        case .channelNumber: Kind.channelNumber
        case .lifetime: Kind.lifetime
        case .xorPeerAddress: Kind.xorPeerAddress
        case .xorRelayedAddress: Kind.xorRelayedAddress
        case .data: Kind.data
        case .requestedAddressFamily: Kind.requestedAddressFamily
        case .requestedTransport: Kind.requestedTransport
        case .unknown(let type, _): type
        }
    }

    /// Reads one attribute's value; what cannot be read becomes `.unknown`.
    init(type: UInt16, value: ArraySlice<UInt8>, transaction: TransactionID) {
        self =
            Self.known(type, value, transaction) ?? Self.relaying(type, value, transaction)
            ?? .unknown(type: type, value: Array(value))
    }

    private static func known(
        _ type: UInt16, _ value: ArraySlice<UInt8>, _ transaction: TransactionID
    ) -> STUNAttribute? {
        var reader = ByteReader(value)
        switch type {
        case Kind.mappedAddress: return address(value).map(mappedAddress)
        case Kind.xorMappedAddress: return address(value).map { xorMappedAddress($0.masked(by: transaction)) }
        case Kind.username: return text(value, limit: 513).map(username)
        case Kind.realm: return text(value, limit: 763).map(realm)
        case Kind.nonce: return text(value, limit: 763).map(nonce)
        case Kind.software: return text(value, limit: 763).map(software)
        case Kind.errorCode: return error(value).map(errorCode)
        case Kind.unknownAttributes:
            var types: [UInt16] = []
            while let type = reader.readUInt16() { types.append(type) }
            return .unknownAttributes(types)
        case Kind.priority: return value.count == 4 ? reader.readUInt32().map(priority) : nil
        case Kind.useCandidate: return value.isEmpty ? .useCandidate : nil
        case Kind.iceControlled: return value.count == 8 ? reader.readUInt64().map(iceControlled) : nil
        case Kind.iceControlling: return value.count == 8 ? reader.readUInt64().map(iceControlling) : nil
        default: return nil
        }
    }

    /// The attributes of TURN.
    private static func relaying(
        _ type: UInt16, _ value: ArraySlice<UInt8>, _ transaction: TransactionID
    ) -> STUNAttribute? {
        var reader = ByteReader(value)
        switch type {
        case Kind.data: return .data(Array(value))
        case Kind.xorPeerAddress: return address(value).map { xorPeerAddress($0.masked(by: transaction)) }
        case Kind.xorRelayedAddress: return address(value).map { xorRelayedAddress($0.masked(by: transaction)) }
        case Kind.alternateServer: return address(value).map(alternateServer)
        case Kind.lifetime: return value.count == 4 ? reader.readUInt32().map(lifetime) : nil
        case Kind.channelNumber: return value.count == 4 ? reader.readUInt16().map(channelNumber) : nil
        case Kind.requestedTransport: return value.count == 4 ? reader.readUInt8().map(requestedTransport) : nil
        case Kind.requestedAddressFamily:
            guard value.count == 4, let family = reader.readUInt8(), family == 1 || family == 2 else { return nil }
            return .requestedAddressFamily(isIPv6: family == 2)
        default: return nil
        }
    }

    /// The value's bytes, without padding.
    func value(transaction: TransactionID) -> [UInt8] {
        var writer = ByteWriter(capacity: 24)
        switch self {
        case .mappedAddress(let address): return Self.bytes(of: address)
        case .xorMappedAddress(let address): return Self.bytes(of: address.masked(by: transaction))
        case .username(let text), .realm(let text), .nonce(let text), .software(let text): return Array(text.utf8)
        case .errorCode(let error):
            writer.writeZeros(2)
            writer.write(UInt8(truncatingIfNeeded: error.code / 100))
            writer.write(UInt8(truncatingIfNeeded: error.code % 100))
            writer.write(error.reason.utf8)
        case .unknownAttributes(let types): types.forEach { writer.write($0) }
        case .priority(let priority): writer.write(priority)
        case .useCandidate: break
        case .iceControlled(let tieBreaker), .iceControlling(let tieBreaker): writer.write(tieBreaker)
        case .alternateServer(let address): return Self.bytes(of: address)
        case .xorPeerAddress(let address), .xorRelayedAddress(let address):
            return Self.bytes(of: address.masked(by: transaction))
        case .channelNumber(let number):
            writer.write(number)
            writer.writeZeros(2)
        case .lifetime(let seconds): writer.write(seconds)
        case .requestedAddressFamily(let isIPv6):
            writer.write(UInt8(isIPv6 ? 2 : 1))
            writer.writeZeros(3)
        case .requestedTransport(let number):
            writer.write(number)
            writer.writeZeros(3)
        case .data(let value), .unknown(_, let value): return value
        }
        return writer.bytes
    }

    private static func text(_ value: ArraySlice<UInt8>, limit: Int) -> String? {
        value.count <= limit ? String(validating: value, as: UTF8.self) : nil
    }

    private static func error(_ value: ArraySlice<UInt8>) -> STUNErrorCode? {
        var reader = ByteReader(value)
        guard reader.skip(2), let hundreds = reader.readUInt8(), let rest = reader.readUInt8() else { return nil }
        guard (3...6).contains(hundreds & 7), rest < 100 else { return nil }
        return STUNErrorCode(Int(hundreds & 7) * 100 + Int(rest), String(decoding: reader.readRest(), as: UTF8.self))
    }

    private static func address(_ value: ArraySlice<UInt8>) -> TransportAddress? {
        var reader = ByteReader(value)
        guard reader.skip(1), let family = reader.readUInt8(), let port = reader.readUInt16() else { return nil }
        let rest = reader.readRest()
        guard rest.count == (family == 1 ? 4 : family == 2 ? 16 : -1), let ip = IPAddress(bytes: rest) else {
            return nil
        }
        return TransportAddress(ip: ip, port: port)
    }

    private static func bytes(of address: TransportAddress) -> [UInt8] {
        var writer = ByteWriter(capacity: 20)
        writer.write(UInt8(0))
        writer.write(UInt8(address.ip.isIPv6 ? 2 : 1))
        writer.write(address.port)
        writer.write(address.ip.bytes)
        return writer.bytes
    }
}

extension TransportAddress {
    /// Exclusive-or with the magic cookie, and for IPv6 with the transaction as well; its own inverse.
    fileprivate func masked(by transaction: TransactionID) -> TransportAddress {
        let port = port ^ UInt16(STUNMessage.magicCookie >> 16)
        switch ip {
        case .v4(let bits): return TransportAddress(ip: .v4(bits ^ STUNMessage.magicCookie), port: port)
        case .v6(let high, let low):
            let mask = UInt64(STUNMessage.magicCookie) << 32 | UInt64(transaction.high)
            return TransportAddress(ip: .v6(high: high ^ mask, low: low ^ transaction.low), port: port)
        }
    }
}
