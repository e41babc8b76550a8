import Feeds
import Foundation
import ServiceLifecycle
import Store
import Supervision
import Timing

/// One connection from its admission to its end, however it is carried.
struct FeedVisit: Sendable {
    let hub: FeedHub
    let outbox: FeedOutbox

    var services: FeedServices { hub.services }
    var opening: FeedOpening { outbox.opening }

    /// Lets the client in and says hello. Returns why it was not let in; the outbox ends then.
    ///
    /// `known`: the pass of somebody who was let in already.
    func begin(as known: FeedPass? = nil) async -> FeedEnding? {
        let refusal = await admit(known)
        if let refusal { outbox.end(refusal) }
        return refusal
    }

    private func admit(_ known: FeedPass?) async -> FeedEnding? {
        let pass: FeedPass
        do throws(FeedRefusal) {
            if let known { pass = known } else { pass = try await services.gate.admit(opening.request) }
        } catch {
            return error == .unauthenticated ? .unauthenticated : .revoked
        }
        take(pass)
        if case .workspace = opening.source, pass.principal.role == .caller { return .revoked }
        guard hub.enter(outbox, pass) else { return .tooMany }
        switch opening.source {
        case .session(let id): return await open(id, pass)
        case .workspace: return await open(pass)
        }
    }

    /// Holds a pass from now on.
    func take(_ pass: FeedPass) {
        let expiry = pass.expiry.map { Instant.monotonic() + .seconds($0.timeIntervalSince(services.clock())) }
        outbox.change { state in
            state.pass = pass
            state.pulse.holds(until: expiry)
        }
    }

    /// Reads logs, beats and reviews until the task is cancelled. For a visit that has begun.
    func work() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await read() }
            group.addTask { await beat() }
            group.addTask {
                // Returns when the service shuts down; throws when this visit is over first.
                guard (try? await gracefulShutdown()) != nil else { return }
                await sayFarewell()
            }
            await group.waitForAll()
        }
    }

    /// Leaves nothing behind.
    func finish() async {
        outbox.closed()
        let (pass, sessions, leases) = outbox.change { state in
            (state.pass, Array(state.subscriptions.keys), state.leases)
        }
        guard let pass else { return }
        for session in hub.leave(outbox, pass, sessions: sessions) where leases.contains(session) {
            await services.intake.holderLost(of: session, pass.principal)
        }
    }

    private func sayFarewell() async {
        if opening.profile == .extended {
            outbox.tell(.shutdown(retryAfter: .milliseconds(Int.random(in: 0..<5_000))))
        }
        try? await Task.sleep(for: hub.farewell())
        outbox.end(opening.profile == .extended ? .restart : .shutdown)
    }
}
