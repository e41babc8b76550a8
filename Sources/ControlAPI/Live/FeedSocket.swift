package import Feeds
package import NIOCore
import NIOWebSocket
import Timing

/// A feed over a WebSocket: the upgraded channel, and what is done with it until it is over.
package struct FeedSocket: Sendable {
    private typealias Socket = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>
    private typealias Inbound = NIOAsyncChannelInboundStream<WebSocketFrame>

    /// Which part of the connection came to its end.
    private enum Part: Sendable {
        case receiving, working, closing, patience
    }

    /// Fragments of one message.
    private static let fragments = 64

    private let socket: Socket
    private let outbox: FeedOutbox

    /// Takes over a channel that has just become a WebSocket. On its event loop.
    ///
    /// - Parameter frameLimit: The longest message of a client, in bytes.
    package init(_ channel: any Channel, _ opening: FeedOpening, timings: FeedTimings, frameLimit: Int) throws {
        outbox = FeedOutbox(opening, timings)
        let operations = channel.pipeline.syncOperations
        try operations.addHandlers([
            NIOWebSocketFrameAggregator(
                minNonFinalFragmentSize: 1, maxAccumulatedFrameCount: Self.fragments,
                maxAccumulatedFrameSize: frameLimit), FeedOutlet(outbox),
        ])
        socket = try NIOAsyncChannel(wrappingChannelSynchronously: channel)
    }

    /// The headers that answer a handshake.
    package static func protocols(for opening: FeedOpening) -> [(String, String)] {
        opening.profile == .extended ? [("Sec-WebSocket-Protocol", FeedProfile.subprotocol)] : []
    }

    /// Serves the socket until either side ends it; it is closed, and nothing is left of it, when this returns.
    package func run(_ hub: FeedHub) async {
        let visit = FeedVisit(hub: hub, outbox: outbox)
        // A connection that breaks is an ordinary end.
        try? await socket.executeThenClose { inbound, _ in
            let refusal = await visit.begin()
            await withTaskGroup(of: Part.self) { parts in
                parts.addTask {
                    await receive(inbound, visit)
                    return .receiving
                }
                parts.addTask {
                    await outbox.untilClosed()
                    return .closing
                }
                if refusal == nil {
                    parts.addTask {
                        await visit.work()
                        return .working
                    }
                }
                await finish(&parts)
                parts.cancelAll()
            }
        }
        await visit.finish()
    }

    /// Waits until both sides have said goodbye, or one of them cannot.
    private func finish(_ parts: inout TaskGroup<Part>) async {
        var (hasReceived, hasClosed) = (false, false)
        while let part = await parts.next() {
            switch part {
            case .receiving:
                // A client that is gone without a goodbye gets none.
                if hasClosed || !outbox.isEnding { return }
                hasReceived = true
                allowPatience(&parts)
            case .closing:
                if hasReceived { return }
                hasClosed = true
                allowPatience(&parts)
            case .patience: return
            case .working: break
            }
        }
    }

    private func allowPatience(_ parts: inout TaskGroup<Part>) {
        let patience = outbox.timings.closePatience
        parts.addTask {
            try? await Task.sleep(for: patience)
            return .patience
        }
    }

    /// Handles frames one at a time until the client says goodbye or its connection ends. After a rule was broken the rest is read
    /// and ignored, so that the reason reaches the client.
    private func receive(_ inbound: Inbound, _ visit: FeedVisit) async {
        do {
            for try await frame in inbound {
                outbox.change { $0.pulse.heard(now: .monotonic()) }
                if frame.opcode == .connectionClose {
                    outbox.end(.left)
                    return
                }
                guard !outbox.isEnding else { continue }
                if let violation = await heed(frame, visit) { outbox.end(violation) }
            }
        } catch is NIOWebSocketFrameAggregator.Error {
            outbox.end(.tooLarge)
        } catch {
            // The connection broke, or carried what is no WebSocket: the decoder has answered that already.
        }
    }

    private func heed(_ frame: WebSocketFrame, _ visit: FeedVisit) async -> FeedEnding? {
        switch frame.opcode {
        case .text: return await visit.heed(String(buffer: frame.unmaskedData))
        case .binary: return .notText
        case .ping: outbox.pong(frame.unmaskedData)
        default: break
        }
        return nil
    }
}
