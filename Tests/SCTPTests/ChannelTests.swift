import SCTP
import Simulation
import Testing
import Timing

@Suite("Data channels") struct ChannelTests {
    @Test(
        "channels opened before the handshake open after it, with all they say", arguments: AssociationPair.End.allCases
    )
    func openedEarly(_ opener: AssociationPair.End) {
        var pair = AssociationPair()
        let reliable = pair[opener].open("_reliable", reliability: .reliable, ordered: true)
        let lossy = pair[opener].open("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        let timed = pair[opener].open("späť", reliability: .timed(maxLifetime: .milliseconds(250)), ordered: true)
        #expect([reliable, lossy, timed] == (opener == .client ? [0, 2, 4] : [1, 3, 5]))
        pair.start(.client, .server)
        pair.run(for: .seconds(2))
        let channels = [
            Channel(streamID: reliable, label: "_reliable", reliability: .reliable, isOrdered: true),
            Channel(streamID: lossy, label: "_lossy", reliability: .lossy(maxRetransmits: 0), isOrdered: false),
            Channel(
                streamID: timed, label: "späť", reliability: .timed(maxLifetime: .milliseconds(250)),
                isOrdered: true),
        ]
        let expected = [.connected] + channels.map { SCTPOutput.channelOpened($0) }
        #expect(pair.events(of: opener) == expected)
        #expect(pair.events(of: opener.other) == expected)
    }

    @Test("a message may follow OPEN at once, before the handshake")
    func sentEarly() throws {
        var pair = AssociationPair()
        let channel = pair[.client].open("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        try pair[.client].send([1, 2, 3], on: channel, now: pair.now)
        pair.start(.client)
        pair.run(for: .seconds(1))
        #expect(pair.messages(of: .server) == [[1, 2, 3]])
    }

    @Test("either end answers on a channel the other opened")
    func answered() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.server].open("_reliable", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(1))
        try pair[.client].send([9], on: channel, now: pair.now)
        pair.run(for: .seconds(1))
        #expect(
            pair.events(of: .server).last
                == .message(label: "_reliable", streamID: channel, bytes: [9], isText: false))
    }

    @Test("empty messages and text keep their kind", arguments: [true, false], [[], Array("grüß".utf8)])
    func kinds(_ isText: Bool, _ bytes: [UInt8]) throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        try pair[.client].send(bytes, on: channel, asText: isText, now: pair.now)
        pair.run(for: .seconds(1))
        #expect(
            pair.events(of: .server).last == .message(label: "x", streamID: channel, bytes: bytes, isText: isText))
    }

    @Test("a message over the limit is refused before anything is sent")
    func tooLarge() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        #expect(throws: SCTPError.messageTooLarge(limit: 65_535)) {
            try pair[.client].send(Array(repeating: 0, count: 65_536), on: channel, now: pair.now)
        }
        #expect(pair[.client].pollOutput() == nil)
        pair.run(for: .seconds(1))
        #expect(pair.messages(of: .server).isEmpty)
    }

    @Test("a full send buffer refuses, and takes again once it has drained")
    func full() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        var accepted = 0
        let message = Array(repeating: UInt8(1), count: 65_000)
        #expect(throws: SCTPError.bufferFull) {
            while accepted < 100 {
                try pair[.client].send(message, on: channel, now: pair.now)
                accepted += 1
            }
        }
        #expect(accepted == 32)
        pair.run(for: .seconds(120)) { $0.messages(of: .server).count == accepted }
        #expect(pair.messages(of: .server).count == accepted)
        pair.run(for: .seconds(1))
        try pair[.client].send(message, on: channel, now: pair.now)
    }

    @Test("a channel nobody opened takes nothing")
    func unknown() {
        var pair = AssociationPair.connected()
        #expect(throws: SCTPError.noSuchChannel(6)) { try pair[.client].send([1], on: 6, now: pair.now) }
    }

    @Test("closing a channel delivers what was sent, closes both directions and frees the stream")
    func closed() throws {
        var pair = AssociationPair.connected(conditions: NetworkConditions(loss: 0.1))
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        try pair[.client].send(Array(repeating: 5, count: 30_000), on: channel, now: pair.now)
        pair[.client].close(channel)
        #expect(throws: SCTPError.noSuchChannel(channel)) { try pair[.client].send([1], on: channel, now: pair.now) }
        pair.run(for: .seconds(60))
        #expect(pair.messages(of: .server).map(\.count) == [30_000])
        #expect(pair.events(of: .server).last == .channelClosed(channel))
        #expect(pair.events(of: .client).last == .channelClosed(channel))
        #expect(pair[.client].channel(on: channel) == nil && pair[.server].channel(on: channel) == nil)

        let again = pair[.client].open("y", reliability: .reliable, ordered: true)
        #expect(again == channel)
        try pair[.client].send([7], on: again, now: pair.now)
        pair.run(for: .seconds(10))
        #expect(
            pair.events(of: .server).last == .message(label: "y", streamID: again, bytes: [7], isText: false))
    }

    @Test("the other end can close a channel it did not open")
    func closedByOther() {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(1))
        pair[.server].close(channel)
        pair.run(for: .seconds(2))
        #expect(pair.events(of: .client).last == .channelClosed(channel))
        #expect(pair.events(of: .server).last == .channelClosed(channel))
    }
}
