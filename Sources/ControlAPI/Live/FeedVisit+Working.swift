import Feeds
import Store
import Supervision
import Timing

extension FeedVisit {
    /// Reads logs whenever one is to be read and there is room.
    func read() async {
        for await _ in outbox.readings {
            while !Task.isCancelled, let (session, after) = outbox.reading() {
                let page = await services.log.events(of: session, after: after, limit: FeedHub.page)
                let lost = outbox.deliver(page, of: session, after: after, limit: FeedHub.page)
                if let lost { await begin(session, anewBefore: lost) }
            }
        }
    }

    /// Does what is due, when it is.
    func beat() async {
        while !Task.isCancelled, !outbox.isEnding {
            let wait = outbox.nextBeat - .monotonic()
            if wait > .zero { guard (try? await Task.sleep(for: wait)) != nil else { return } }
            for beat in outbox.change({ $0.pulse.due(now: .monotonic()) }) { await heed(beat) }
        }
    }

    private func heed(_ beat: FeedPulse.Beat) async {
        switch beat {
        case .heartbeat:
            outbox.tell(.heartbeat)
            // An announcement that was lost is found now.
            outbox.doubt()
        case .ping: outbox.change { $0.push(Parcel(.ping), opening) }
        case .warnOfExpiry:
            guard opening.profile == .extended, let expiry = outbox.pass?.expiry else { return }
            outbox.tell(.authExpiring(at: expiry))
        case .review: await review()
        case .renewLeases: await renewLeases()
        case .end(let ending): outbox.end(ending)
        }
    }

    /// Looks whether the client is still who it was, and may still see what it sees.
    private func review() async {
        guard let pass = outbox.pass else { return }
        guard await services.gate.stands(pass) else {
            outbox.end(.revoked)
            return
        }
        for session in outbox.change({ Array($0.subscriptions.keys) }) {
            guard await hub.sight.shows(session, to: pass.principal.scope) == false else { continue }
            guard opening.source == .workspace else {
                outbox.end(.revoked)
                return
            }
            unsubscribe(session)
            refuse(nil, session, "not-found", "This session may not be seen any longer.")
        }
    }

    private func renewLeases() async {
        guard let pass = outbox.pass else { return }
        for session in outbox.change({ $0.leases }) {
            await services.intake.renewLease(of: session, by: pass.principal)
        }
    }

    /// Forgets a session.
    func unsubscribe(_ session: String) {
        hub.unwatch(session, outbox)
        outbox.change { state in
            state.subscriptions[session] = nil
            state.leases.remove(session)
        }
    }

    /// Tells the client that something it sent came to nothing; who speaks document 004 is not told.
    func refuse(_ request: String?, _ session: String?, _ code: String, _ detail: String) {
        guard opening.profile == .extended else { return }
        outbox.tell(.error(request: request, session: session, code: code, detail: detail))
    }
}
