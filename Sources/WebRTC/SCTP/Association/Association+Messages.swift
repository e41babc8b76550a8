package import Timing

extension Association {
    /// Opens a channel on the next free stream of our parity and returns the stream's number.
    ///
    /// The OPEN message and what is sent on the channel wait for the handshake; `.channelOpened` follows when the other
    /// end has answered. After `close` nothing is sent any more, and the channel never opens.
    package mutating func open(_ label: String, reliability: Reliability, ordered: Bool) -> UInt16 {
        let channel = channels.open(label, reliability: reliability, ordered: ordered)
        enqueueControl(.open(channel), on: channel.streamID)
        owesFlush = true
        return channel.streamID
    }

    /// Sends one message. It is taken whole or refused whole.
    package mutating func send(
        _ bytes: [UInt8], on streamID: UInt16, asText isText: Bool = false, now: Instant
    ) throws(SCTPError) {
        observe(now)
        guard state.acceptsMessages else { throw .closed }
        guard let entry = channels[streamID], !entry.isClosing else { throw .noSuchChannel(streamID) }
        guard bytes.count <= parameters.maximumMessageSize else {
            throw .messageTooLarge(limit: parameters.maximumMessageSize)
        }
        guard outbound.bufferedTotal + bytes.count <= parameters.sendBufferSize else { throw .bufferFull }
        outbound.append(
            OutboundMessage(
                streamID: streamID,
                payloadProtocol: PayloadProtocol.identifier(isText: isText, isEmpty: bytes.isEmpty),
                bytes: bytes.isEmpty ? [0] : bytes, isOrdered: entry.channel.isOrdered || !entry.isAcknowledged,
                reliability: entry.channel.reliability, accepted: self.now))
        flush()
    }

    /// Bytes handed over on that channel and neither acknowledged nor given up.
    package func bufferedAmount(of streamID: UInt16) -> Int {
        outbound.bufferedAmount(of: streamID)
    }

    /// Closes one channel: what was handed over is sent, then its stream is reset.
    package mutating func close(_ streamID: UInt16) {
        guard channels[streamID] != nil else { return }
        channels[streamID]?.isClosing = true
        reset.want(streamID)
        owesFlush = true
    }

    /// The channel on that stream, while it is known.
    package func channel(on streamID: UInt16) -> Channel? {
        channels[streamID]?.channel
    }

    mutating func enqueueControl(_ message: ControlMessage, on streamID: UInt16) {
        guard state.acceptsMessages else { return }
        outbound.append(
            OutboundMessage(
                streamID: streamID, payloadProtocol: PayloadProtocol.control, bytes: message.serialized(),
                isOrdered: true, reliability: .reliable, accepted: now))
    }

    /// Whole messages, in the order of delivery.
    mutating func deliver(_ messages: [InboundMessage]) {
        for message in messages {
            switch message.payloadProtocol {
            case PayloadProtocol.control: receiveControl(message)
            case PayloadProtocol.string: deliver(message.bytes, of: message.streamID, isText: true)
            case PayloadProtocol.binary: deliver(message.bytes, of: message.streamID, isText: false)
            case PayloadProtocol.emptyString: deliver([], of: message.streamID, isText: true)
            case PayloadProtocol.emptyBinary: deliver([], of: message.streamID, isText: false)
            default: break
            }
        }
    }

    /// A message on a stream that no channel uses is dropped: it has no label and nobody to go to.
    private mutating func deliver(_ bytes: [UInt8], of streamID: UInt16, isText: Bool) {
        guard let entry = channels[streamID], !entry.isInboundReset else { return }
        // Data proves that the other end knows the channel, should its ACK be lost in a reset.
        acknowledgeChannel(streamID)
        outputs.append(
            .message(label: entry.channel.label, streamID: streamID, bytes: bytes, isText: isText))
    }

    private mutating func receiveControl(_ message: InboundMessage) {
        switch ControlMessage(message.bytes, on: message.streamID) {
        case .acknowledge: acknowledgeChannel(message.streamID)
        case .open(let channel): acceptChannel(channel)
        case nil: break
        }
    }

    private mutating func acknowledgeChannel(_ streamID: UInt16) {
        guard let entry = channels[streamID], !entry.isAcknowledged else { return }
        channels[streamID]?.isAcknowledged = true
        outputs.append(.channelOpened(entry.channel))
    }

    /// OPEN on a stream of ours or on one in use is ignored; one beyond the limit is refused by a reset.
    private mutating func acceptChannel(_ channel: Channel) {
        guard channels.mayBeOpenedByPeer(channel.streamID), channels[channel.streamID] == nil else { return }
        guard channels.inboundCount < parameters.maximumInboundChannels else {
            reset.want(channel.streamID)
            return
        }
        channels[channel.streamID] = ChannelTable.Entry(channel: channel, isAcknowledged: true)
        enqueueControl(.acknowledge, on: channel.streamID)
        outputs.append(.channelOpened(channel))
    }
}
