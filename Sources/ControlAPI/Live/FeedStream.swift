import Feeds
package import NIOCore
import Timing

/// A feed over server-sent events (HTML Living Standard §9.2): written by whoever answers the request.
package struct FeedStream: Sendable {
    private let visit: FeedVisit

    private init(_ visit: FeedVisit) {
        self.visit = visit
    }

    /// Begins, before anything is written: why not can still be an HTTP status. `pass`: of somebody who was let in already; without
    /// one the gate is asked.
    package static func open(
        _ opening: FeedOpening, as pass: FeedPass? = nil, _ hub: FeedHub
    ) async throws(FeedRejection) -> FeedStream {
        let visit = FeedVisit(hub: hub, outbox: FeedOutbox(opening, hub.services.timings))
        if let refusal = await visit.begin(as: pass) {
            await visit.finish()
            throw FeedRejection(ending: refusal)
        }
        return FeedStream(visit)
    }

    /// The headers of the answer.
    package static let headers: [(String, String)] = [
        ("Content-Type", "text/event-stream"), ("X-Accel-Buffering", "no"),
    ]

    /// Writes until the feed ends, the task is cancelled, or `write` throws. `write` returns when more can be written.
    ///
    /// - Parameter cut: Ends a connection that takes nothing any more, so that `write` throws: a feed that has ended otherwise
    ///   would wait for it for ever.
    package func run(
        cutting cut: @escaping @Sendable () -> Void = {}, _ write: (ByteBuffer) async throws -> Void
    ) async {
        let outbox = visit.outbox
        let (wakes, wake) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let (signals, signal) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        outbox.attach {
            wake.yield()
            signal.yield()
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await visit.work() }
            group.addTask {
                for await _ in signals where outbox.isEnding {
                    guard (try? await Task.sleep(for: outbox.timings.closePatience)) != nil else { return }
                    return cut()
                }
            }
            group.addTask {
                // Returns when the task is cancelled or the feed has ended.
                await outbox.untilClosed()
                wake.finish()
            }
            try? await pump(wakes, write)
            outbox.closed()
            group.cancelAll()
        }
    }

    /// Leaves nothing behind; always to be called, also when nothing was ever written.
    package func finish() async {
        await visit.finish()
    }

    private func pump(_ wakes: AsyncStream<Void>, _ write: (ByteBuffer) async throws -> Void) async throws {
        let outbox = visit.outbox
        try await write(ByteBuffer(string: ServerEvent.retry))
        for await _ in wakes {
            while true {
                guard let bytes = batch(outbox) else { break }
                outbox.change { $0.pulse.full(true, now: .monotonic()) }
                try await write(bytes)
                outbox.change { $0.pulse.full(false, now: .monotonic()) }
            }
            if outbox.isEnding, outbox.depth == 0 { return }
        }
    }

    /// What waits, in one piece of at most 64 KiB or one event; `nil` when nothing does.
    private func batch(_ outbox: FeedOutbox) -> ByteBuffer? {
        var bytes = ByteBuffer()
        while bytes.readableBytes < 64 << 10, case .write(let parcel) = outbox.next() {
            if case .text(var event) = parcel.content { bytes.writeBuffer(&event) }
        }
        return bytes.readableBytes == 0 ? nil : bytes
    }
}
