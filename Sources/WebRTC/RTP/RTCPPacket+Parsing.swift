internal import Wire

extension RTCPPacket {
    /// A decrypted datagram's packets, in order. Reduced-size datagrams, which begin with any type, are accepted
    /// (RFC 5506). `nil` when it is empty, a header in it does not fit, or its padding is no multiple of four bytes
    /// (RFC 3550, section 6.4.1).
    package static func parse(compound bytes: [UInt8]) -> [RTCPPacket]? {
        var reader = ByteReader(bytes)
        var packets: [RTCPPacket] = []
        while !reader.isAtEnd {
            guard let first = reader.readUInt8(), first >> 6 == 2, let type = reader.readUInt8(),
                let words = reader.readUInt16(), var body = reader.read(4 * Int(words))
            else { return nil }
            if first & 0x20 != 0 {
                guard let padding = body.last, padding > 0, padding % 4 == 0, Int(padding) <= body.count else {
                    return nil
                }
                body = body.dropLast(Int(padding))
            }
            packets.append(packet(type: type, count: first & 0x1F, body: body))
        }
        return packets.isEmpty ? nil : packets
    }

    private static func packet(type: UInt8, count: UInt8, body: ArraySlice<UInt8>) -> RTCPPacket {
        var reader = ByteReader(body)
        let items = Int(count)
        let known: RTCPPacket? =
            switch type {
            case PacketType.senderReport: SenderReport(&reader, count: items).map { .senderReport($0) }
            case PacketType.receiverReport: ReceiverReport(&reader, count: items).map { .receiverReport($0) }
            case PacketType.sourceDescription: SourceDescription(&reader, count: items).map { .sourceDescription($0) }
            case PacketType.goodbye: Goodbye(&reader, count: items).map { .goodbye($0) }
            case PacketType.transportFeedback where count == genericNACK: GenericNACK(&reader).map { .nack($0) }
            case PacketType.extendedReport: ExtendedReport(&reader).map { .extendedReport($0) }
            default: nil
            }
        return known ?? .unknown(type: type, count: count, body: Array(body))
    }
}
